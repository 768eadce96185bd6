# SPDX-License-Identifier: GPL-3.0-or-later
# Every library the project leans on, and what for.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)           # text
find_package(CLI11 REQUIRED)         # the command line
find_package(nlohmann_json REQUIRED) # reports
find_package(ZLIB REQUIRED)          # .gz captures, and their like:
find_package(BZip2 REQUIRED)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(lz4 REQUIRED IMPORTED_TARGET liblz4)
pkg_check_modules(lzma REQUIRED IMPORTED_TARGET liblzma)
pkg_check_modules(pcap REQUIRED IMPORTED_TARGET libpcap)          # filters, odd formats
pkg_check_modules(maxminddb REQUIRED IMPORTED_TARGET libmaxminddb) # country and network of a source

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
