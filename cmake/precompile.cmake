# SPDX-License-Identifier: GPL-3.0-or-later
# Headers read once for many sources, where a build is made only to run its tests. The release build
# goes without, so that a source which forgets an include is found there.
option(SWEEPSCOPE_PRECOMPILE "Read the largest headers once for many sources" OFF)

# precompile_for(target HEADERS...): the target's own precompiled headers.
function(precompile_for target)
    if(SWEEPSCOPE_PRECOMPILE)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()

# add_precompiled(name LIBRARIES... HEADERS ...): headers that the targets of one folder with the
# same flags share, by share_precompiled(target name).
function(add_precompiled name)
    if(NOT SWEEPSCOPE_PRECOMPILE)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 precompiled "" "" "LIBRARIES;HEADERS")
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp "")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE ${precompiled_LIBRARIES})
    target_precompile_headers(${name} PRIVATE ${precompiled_HEADERS})
endfunction()

function(share_precompiled target name)
    if(SWEEPSCOPE_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${name})
    endif()
endfunction()
