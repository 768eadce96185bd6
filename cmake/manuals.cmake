# SPDX-License-Identifier: GPL-3.0-or-later
# add_manuals(program component): the manual page and the shells' completions of a program, made by
# the program itself from the options that it knows.
function(add_manuals program component)
    set(folder ${PROJECT_BINARY_DIR}/manuals)
    set(man ${folder}/${program}.1)
    set(bash ${folder}/bash/${program})
    set(zsh ${folder}/zsh/_${program})
    set(fish ${folder}/fish/${program}.fish)
    file(MAKE_DIRECTORY ${folder}/bash ${folder}/zsh ${folder}/fish)
    add_custom_command(OUTPUT ${man} ${man}.gz ${bash} ${zsh} ${fish}
        COMMAND ${program} --generate man > ${man}
        COMMAND gzip -9nkf ${man}
        COMMAND ${program} --generate bash > ${bash}
        COMMAND ${program} --generate zsh > ${zsh}
        COMMAND ${program} --generate fish > ${fish}
        DEPENDS ${program} VERBATIM COMMENT "Writing the manual of ${program}")
    add_custom_target(manual_${program} ALL DEPENDS ${man})
    install(FILES ${man}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT ${component})
    install(FILES ${bash} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        COMPONENT ${component})
    install(FILES ${zsh} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
        COMPONENT ${component})
    install(FILES ${fish} DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        COMPONENT ${component})
endfunction()
