# SPDX-License-Identifier: GPL-3.0-or-later
# Headers read once for many sources, where a build is made only to run its tests: "tests" for these
# alone, "all" for the rooms too, whose sources are then compiled several at a time. The rooms of the
# release build go without, so that a source which forgets an include is found there.
set(SWEEPSCOPE_PRECOMPILE "" CACHE STRING "Read the largest headers once: tests, all, or empty")

# precompile_for(room HEADERS...): the room's own precompiled headers.
function(precompile_for room)
    if(SWEEPSCOPE_PRECOMPILE STREQUAL "all")
        target_precompile_headers(${room} PRIVATE ${ARGN})
    endif()
endfunction()

# compile_together(room): a room's sources in a few units, which takes half the time. Names without
# linkage should be unique in a room.
function(compile_together room)
    if(SWEEPSCOPE_PRECOMPILE STREQUAL "all")
        set_target_properties(${room} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    endif()
endfunction()

# add_precompiled(name LIBRARIES... FLAGS... HEADERS...): headers that the tests of one folder, built with
# the same flags, share by share_precompiled(target name).
function(add_precompiled name)
    if(NOT SWEEPSCOPE_PRECOMPILE)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 precompiled "" "" "LIBRARIES;FLAGS;HEADERS")
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp "")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE ${precompiled_LIBRARIES})
    target_precompile_headers(${name} PRIVATE ${precompiled_HEADERS})
    target_compile_options(${name} PRIVATE ${precompiled_FLAGS})
endfunction()

function(share_precompiled target name)
    if(SWEEPSCOPE_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${name})
    endif()
endfunction()
