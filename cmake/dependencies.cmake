# SPDX-License-Identifier: GPL-3.0-or-later
# Every library the project leans on, and what for.
include(core_dependencies)
find_package(CLI11 REQUIRED) # the command line

if(SWEEPSCOPE_WINDOW)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Concurrent Core Gui Widgets Charts Svg)
    add_library(qt_flags INTERFACE)
    target_compile_definitions(qt_flags INTERFACE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
        QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
        QT_STRICT_ITERATORS QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
endif()
if(SWEEPSCOPE_TESTS AND SWEEPSCOPE_WINDOW)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
