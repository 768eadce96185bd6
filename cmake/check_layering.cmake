# SPDX-License-Identifier: GPL-3.0-or-later
# Reads the includes of one room and fails when it looks into a room that it does not need, or when
# a room of the core looks at Qt. Run with -Dfloor=core|ui -Droom=NAME -Dneeds=a;b -Dfloors=FOLDER.
cmake_minimum_required(VERSION 3.22)

set(core_rooms base capture packets fingerprint bursts scans geo reference statistics narrowing analysis
    tables export extract session)
set(folder ${floors}/${floor}/${room})
file(GLOB_RECURSE sources ${folder}/*.h ${folder}/*.cpp)
if(NOT sources)
    message(SEND_ERROR "no sources in ${folder}")
endif()
foreach(source IN LISTS sources)
    file(STRINGS ${source} lines REGEX "^#include")
    foreach(line IN LISTS lines)
        if(floor STREQUAL "core" AND line MATCHES "<Q[A-Za-z]")
            message(SEND_ERROR "${source}: Qt in core: ${line}")
        elseif(NOT line MATCHES "\"([a-z_]+)/")
            continue()
        endif()
        set(seen ${CMAKE_MATCH_1})
        if(floor STREQUAL "ui" AND seen IN_LIST core_rooms)
            continue()
        elseif(NOT seen STREQUAL room AND NOT seen IN_LIST needs)
            message(SEND_ERROR "${source}: '${room}' may not look into '${seen}'")
        endif()
    endforeach()
endforeach()
