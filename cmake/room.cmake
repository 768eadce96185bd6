# SPDX-License-Identifier: GPL-3.0-or-later
# One room = one folder = one static library. NEEDS lists every room it may look into: the link
# line and the layering test are made from the same words.
function(add_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "SOURCES;NEEDS;LIBRARIES;LARGE_HEADERS")
    list(TRANSFORM room_SOURCES PREPEND ${name}/)
    add_library(core_${name} STATIC ${room_SOURCES})
    set_target_properties(core_${name} PROPERTIES
        POSITION_INDEPENDENT_CODE ON OUTPUT_NAME sweepscope_${name})
    target_include_directories(core_${name} PUBLIC
        $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/core>
        $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/sweepscope>)
    list(TRANSFORM room_NEEDS PREPEND core_ OUTPUT_VARIABLE needed)
    target_link_libraries(core_${name} PUBLIC ${needed}
        PRIVATE $<BUILD_INTERFACE:project_flags> $<BUILD_INTERFACE:fuzz_flags> ${room_LIBRARIES})
    install(TARGETS core_${name} EXPORT sweepscope
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev)
    install(DIRECTORY ${name} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/sweepscope COMPONENT dev
        FILES_MATCHING PATTERN *.h)
    target_compile_features(core_${name} PUBLIC cxx_std_20)
    list(LENGTH room_SOURCES sources)
    if(sources GREATER 10) # fewer do not pay for the reading
        precompile_for(core_${name} <algorithm> <array> <cmath> <functional> <map> <memory> <optional>
            <set> <span> <string> <string_view> <tuple> <vector> ${room_LARGE_HEADERS})
    endif()
    compile_together(core_${name})
    add_layering_test(core ${name} "${room_NEEDS}")
endfunction()

# A room of the window: the same, below ui/, and Qt is allowed.
function(add_ui_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "SOURCES;NEEDS;LIBRARIES")
    list(TRANSFORM room_SOURCES PREPEND ${name}/)
    add_library(ui_${name} STATIC ${room_SOURCES})
    set_target_properties(ui_${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    target_include_directories(ui_${name} PUBLIC ${PROJECT_SOURCE_DIR}/ui)
    list(TRANSFORM room_NEEDS PREPEND ui_ OUTPUT_VARIABLE needed)
    target_link_libraries(ui_${name} PUBLIC core ${needed} Qt6::Widgets ${room_LIBRARIES}
        PRIVATE project_flags qt_flags)
    precompile_for(ui_${name} <QtWidgets> <algorithm> <functional> <map> <string> <vector>)
    compile_together(ui_${name})
    add_layering_test(ui ${name} "${room_NEEDS}")
endfunction()

function(add_layering_test floor name needs)
    add_test(NAME layering.${floor}.${name}
        COMMAND ${CMAKE_COMMAND} -Dfloor=${floor} -Droom=${name} "-Dneeds=${needs}"
                -Dfloors=${PROJECT_SOURCE_DIR} -P ${PROJECT_SOURCE_DIR}/cmake/check_layering.cmake)
    set_tests_properties(layering.${floor}.${name} PROPERTIES LABELS quick)
endfunction()
