package tacit.pulse.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the texts that a command gives to a shell, or to a language that can run commands. */
final class InnerTexts {

    static final String SHELLS = "(?:ba|z|da|k|a|c|tc|fi|mk|pdk|ya|r)?sh|pwsh|powershell";
    static final String LANGUAGES =
            "python[0-9.]*|pypy[0-9.]*|perl[0-9.]*|ruby[0-9.]*|node|nodejs|deno|bun|php[0-9.]*|lua[0-9.]*|[gmn]?awk|tclsh|osascript|Rscript";

    private static final Pattern RUNS = Pattern.compile(
            "system|popen|subprocess|exec|spawn|shell|`|%x|qx|rmtree|Runtime|do script|Deno\\.Command|Bun\\.\\$|unlink|\\bpty\\b");
    private static final Pattern LITERAL = Pattern.compile(
            "'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`|(?:%x|qx)[({\\[/|]([^)}\\]/|]*)");

    private InnerTexts() {}

    static List<String> of(SimpleCommand command) {
        List<String> texts = new ArrayList<>();
        String program = command.program();
        List<String> arguments = command.texts();
        if (program.matches(SHELLS)) {
            texts.addAll(after(arguments, "-[A-Za-z]*c[A-Za-z]*|--command|-Command|-e"));
            texts.addAll(command.inputs());
        } else if (program.matches("eval|watch|parallel|trap|osascript")) {
            texts.add(String.join(
                    " ",
                    arguments.stream().filter(word -> !word.startsWith("-")).toList()));
        } else if (program.matches("env|flock|script|su|machinectl|sem")) {
            texts.addAll(after(arguments, "-S|--split-string|-c|--command"));
            arguments.stream()
                    .filter(word -> word.matches("(?s)-S.+|--(?:split-string|command)=.+"))
                    .map(word -> word.replaceFirst("^(?:-S|--[a-z-]+=)", ""))
                    .forEach(texts::add);
        } else if (program.matches("ssh|mosh|rsh")) {
            texts.add(String.join(" ", remote(arguments)));
        } else if (program.matches("alias")) {
            arguments.stream()
                    .filter(word -> word.contains("="))
                    .map(InnerTexts::value)
                    .forEach(texts::add);
        } else if (program.equals("git")) {
            arguments.stream()
                    .filter(word -> word.contains("=!"))
                    .map(word -> word.substring(word.indexOf('!') + 1))
                    .forEach(texts::add);
        } else if (program.matches("vim?|nvim|ex|view|less|man")) {
            arguments.stream()
                    .filter(word -> word.contains("!"))
                    .map(word -> word.substring(word.indexOf('!') + 1))
                    .forEach(texts::add);
        }
        arguments.stream()
                .filter(word -> word.matches("(?s).*\\bexec=.*"))
                .map(InnerTexts::value)
                .forEach(texts::add);
        if (program.matches(LANGUAGES)) {
            languages(command).forEach(texts::add);
        }
        return texts;
    }

    private static String value(String word) {
        return word.substring(word.indexOf('=') + 1).replaceFirst("^exec=", "");
    }

    private static List<String> after(List<String> arguments, String option) {
        List<String> after = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).matches(option)) {
                after.add(arguments.get(i + 1));
            }
        }
        return after;
    }

    private static List<String> remote(List<String> arguments) {
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-")) {
            at += arguments.get(at).matches("-[bcDEeFIiJLlmOopQRSWw]") ? 2 : 1;
        }
        return arguments.subList(Math.min(at + 1, arguments.size()), arguments.size());
    }

    /** Each quoted text of a program that runs something, and all of them together. */
    private static List<String> languages(SimpleCommand command) {
        List<String> texts = new ArrayList<>();
        List<String> codes = new ArrayList<>(command.texts());
        codes.addAll(command.inputs());
        for (String code : codes) {
            if (RUNS.matcher(code).find()) {
                List<String> literals = literals(code);
                texts.addAll(literals);
                texts.add(String.join(" ", literals));
                if (code.contains("rmtree")) {
                    texts.add("rm -rf " + String.join(" ", literals));
                }
            }
        }
        return texts;
    }

    private static List<String> literals(String code) {
        List<String> literals = new ArrayList<>();
        Matcher found = LITERAL.matcher(code);
        while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    literals.add(Escapes.decode(found.group(group)));
                }
            }
        }
        return literals;
    }
}
