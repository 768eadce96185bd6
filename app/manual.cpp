// SPDX-License-Identifier: GPL-3.0-or-later
#include "manual.h"

#include "base/version.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace sweepscope {

namespace {

/// man(7) reads a leading dot or quote as a request, a backslash as an escape, and sets a hyphen as
/// one that cannot be copied.
std::string roff(const std::string& text) {
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool beginsLine = i == 0 || text[i - 1] == '\n';
        if (beginsLine && (c == '.' || c == '\''))
            safe += "\\&";
        if (c == '\\')
            safe += "\\e";
        else if (c == '-')
            safe += "\\-";
        else
            safe += c;
    }
    return safe;
}

bool isShown(const CLI::Option* option) {
    return !option->get_group().empty();
}

std::vector<const CLI::Option*> optionsOf(const CLI::App& app) {
    return app.get_options([](const CLI::Option* option) { return isShown(option); });
}

std::vector<const CLI::App*> commandsOf(const CLI::App& app) {
    return app.get_subcommands(
        [](const CLI::App* command) { return !command->get_name().empty(); });
}

/// Groups in the order in which they first occur.
std::vector<std::string> groupsOf(const CLI::App& app) {
    std::vector<std::string> groups;
    for (const CLI::Option* option : optionsOf(app)) {
        if (std::find(groups.begin(), groups.end(), option->get_group()) == groups.end())
            groups.push_back(option->get_group());
    }
    return groups;
}

bool takesValue(const CLI::Option* option) {
    return option->get_items_expected_max() > 0;
}

/// The name of an option's value, without what CLI11 adds to it about limits.
std::string valueName(const CLI::Option* option) {
    const std::string type = option->get_type_name();
    return type.substr(0, type.find(':'));
}

std::string manualEntry(const CLI::Option* option) {
    std::string names;
    for (const std::string& name : option->get_snames())
        names += (names.empty() ? "" : ", ") + (R"(\fB\-)" + roff(name) + R"(\fR)");
    for (const std::string& name : option->get_lnames())
        names += (names.empty() ? "" : ", ") + (R"(\fB\-\-)" + roff(name) + R"(\fR)");
    if (takesValue(option))
        names += (names.empty() ? R"(\fI)" : R"( \fI)") + roff(valueName(option)) + R"(\fR)";
    return ".TP\n" + names + "\n" + roff(option->get_description()) + "\n";
}

std::string manualOptions(const CLI::App& app, const char* heading) {
    std::string text;
    for (const std::string& group : groupsOf(app)) {
        text += fmt::format("{} \"{}\"\n", heading, roff(group));
        for (const CLI::Option* option : optionsOf(app)) {
            if (option->get_group() == group)
                text += manualEntry(option);
        }
    }
    return text;
}

std::string synopsis(const CLI::App& app, const std::string& program) {
    std::string text;
    for (const CLI::App* command : commandsOf(app))
        text += fmt::format(".B {} {}\n[options] ...\n.br\n", roff(program), command->get_name());
    return text.empty() ? ".B " + roff(program) + "\n[options] [CAPTURE ...]\n" : text;
}

/// Choices of an option whose values are told by its type: "telescope|internet".
std::string choicesOf(const CLI::Option* option) {
    std::string type = valueName(option);
    const bool areWords =
        type.find('|') != std::string::npos && std::all_of(type.begin(), type.end(), [](char c) {
            return c == '|' || c == '-' || (c >= 'a' && c <= 'z');
        });
    if (!areWords)
        return {};
    std::replace(type.begin(), type.end(), '|', ' ');
    return type;
}

std::string longNames(const CLI::App& app) {
    std::string names;
    for (const CLI::Option* option : optionsOf(app)) {
        for (const std::string& name : option->get_lnames())
            names += (names.empty() ? "--" : " --") + name;
    }
    return names;
}

std::string bashChoices(const CLI::App& app) {
    std::string cases;
    for (const CLI::Option* option : optionsOf(app)) {
        const std::string choices = choicesOf(option);
        if (choices.empty() || option->get_lnames().empty())
            continue;
        cases +=
            fmt::format("        --{}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return ;;\n",
                option->get_lnames().front(), choices);
    }
    return cases;
}

/// Quotes stay out of the texts of completions.
std::string plain(std::string text) {
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return c == '\'' || c == '[' || c == ']' || c == ':'; }, ' ');
    return text;
}

std::string zshArguments(const CLI::App& app) {
    std::string text;
    for (const CLI::Option* option : optionsOf(app)) {
        if (option->get_lnames().empty())
            continue;
        const std::string choices = choicesOf(option);
        const std::string action = choices.empty() ? "_files" : "(" + choices + ")";
        text += fmt::format(" \\\n        '--{}[{}]{}'", option->get_lnames().front(),
            plain(option->get_description()), takesValue(option) ? ":value:" + action : "");
    }
    return text + " \\\n        '*:capture:_files'\n";
}

std::string fishOptions(const CLI::App& app, const std::string& program, const std::string& when) {
    std::string text;
    for (const CLI::Option* option : optionsOf(app)) {
        if (option->get_lnames().empty())
            continue;
        const std::string choices = choicesOf(option);
        text += fmt::format("complete -c {} {}-l {} {}{}-d '{}'\n", program, when,
            option->get_lnames().front(), takesValue(option) ? "-r " : "",
            choices.empty() ? "" : "-a '" + choices + "' ", plain(option->get_description()));
    }
    return text;
}

} // namespace

std::string manualPage(const CLI::App& app, const ManualFacts& facts) {
    std::string text = fmt::format(".\\\" Made by {} --generate man\n.TH {} 1 \"\" \"{} {}\"\n",
        facts.program, roff(facts.program), kProgramName, kProgramVersion);
    text += fmt::format(".SH NAME\n{} \\- {}\n.SH SYNOPSIS\n{}.SH DESCRIPTION\n{}\n",
        roff(facts.program), roff(facts.summary), synopsis(app, facts.program), roff(facts.about));
    text += ".SH OPTIONS\n" + manualOptions(app, ".SS");
    for (const CLI::App* command : commandsOf(app)) {
        text += fmt::format(".SH \"COMMAND {}\"\n{}.\n", roff(command->get_name()),
            roff(command->get_description()));
        text += manualOptions(*command, ".SS");
    }
    text += ".SH NOTES\n.nf\n" + roff(app.get_footer()) + "\n.fi\n";
    return text + ".SH SEE ALSO\n" + roff(facts.seeAlso) + "\n";
}

std::string bashCompletion(const CLI::App& app, const std::string& program) {
    std::string function = "_" + program;
    std::replace(function.begin(), function.end(), '-', '_');
    std::string choices = bashChoices(app);
    std::string cases;
    std::string first = longNames(app);
    for (const CLI::App* command : commandsOf(app)) {
        choices += bashChoices(*command);
        cases +=
            fmt::format("        {}) options='{}' ;;\n", command->get_name(), longNames(*command));
        first.insert(0, command->get_name() + " ");
    }
    std::string text = fmt::format("# Made by {} --generate bash\n{}() {{\n", program, function);
    text +=
        "    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} options\n";
    text += "    case $previous in\n" + choices + "    esac\n";
    text += "    case ${COMP_WORDS[1]} in\n" + cases;
    text += fmt::format("        *) options='{}' ;;\n    esac\n", first);
    text += "    if [[ $word == -* || ( $COMP_CWORD -eq 1 && -z $word ) ]]; then\n";
    text += "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n    elif [[ $COMP_CWORD "
            "-eq 1 ]]; then\n";
    text += "        COMPREPLY=($(compgen -f -W \"$options\" -- \"$word\"))\n    fi\n}\n";
    return text + fmt::format("complete -o default -F {} {}\n", function, program);
}

std::string zshCompletion(const CLI::App& app, const std::string& program) {
    std::string text = fmt::format("#compdef {0}\n# Made by {0} --generate zsh\n", program);
    if (commandsOf(app).empty())
        return text + "_arguments" + zshArguments(app);
    text += "if (( CURRENT == 2 )); then\n    local -a commands=(\n";
    for (const CLI::App* command : commandsOf(app))
        text += fmt::format(
            "        '{}:{}'\n", command->get_name(), plain(command->get_description()));
    text += "    )\n    _describe command commands\n    _arguments" + zshArguments(app);
    text += "    return\nfi\ncase $words[2] in\n";
    for (const CLI::App* command : commandsOf(app))
        text += fmt::format(
            "    {})\n        shift words; (( CURRENT-- ))\n        _arguments{}        ;;\n",
            command->get_name(), zshArguments(*command));
    return text + "esac\n";
}

std::string fishCompletion(const CLI::App& app, const std::string& program) {
    std::string text = fmt::format("# Made by {} --generate fish\n", program);
    text += fishOptions(app, program, "");
    for (const CLI::App* command : commandsOf(app)) {
        const std::string& name = command->get_name();
        text += fmt::format("complete -c {} -n __fish_use_subcommand -a {} -d '{}'\n", program,
            name, plain(command->get_description()));
        text += fishOptions(
            *command, program, fmt::format("-n '__fish_seen_subcommand_from {}' ", name));
    }
    return text;
}

void addGenerator(CLI::App& app, const ManualFacts& facts) {
    const auto generate = [&app, facts](const std::string& what) {
        std::string text;
        if (what == "man")
            text = manualPage(app, facts);
        else if (what == "bash")
            text = bashCompletion(app, facts.program);
        else if (what == "zsh")
            text = zshCompletion(app, facts.program);
        else if (what == "fish")
            text = fishCompletion(app, facts.program);
        else
            throw CLI::ValidationError("--generate", "man, bash, zsh or fish, not '" + what + "'");
        std::fputs(text.c_str(), stdout);
        throw CLI::Success();
    };
    app.add_option_function<std::string>("--generate", generate, "")->group("");
}

} // namespace sweepscope
