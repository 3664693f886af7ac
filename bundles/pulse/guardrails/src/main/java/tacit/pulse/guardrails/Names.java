package tacit.pulse.guardrails;

import java.util.Locale;
import java.util.Set;

/** Names of programs, also where somebody writes signs that stand for any letter. */
final class Names {

    private Names() {}

    static boolean isOneOf(String program, Set<String> names) {
        String name = program.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
        if (names.contains(name)) {
            return true;
        }
        if (!name.matches(".*[*?\\[].*") || name.matches("[*?]*|\\[+")) {
            return false;
        }
        String pattern = pattern(name);
        return names.stream().anyMatch(one -> one.matches(pattern));
    }

    private static String pattern(String glob) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char sign = glob.charAt(i);
            switch (sign) {
                case '*' -> pattern.append(".*");
                case '?', '[', ']' -> pattern.append(".?");
                default -> pattern.append(Character.isLetterOrDigit(sign) ? String.valueOf(sign) : "\\" + sign);
            }
        }
        // What stands in brackets may be any of its letters, so none of them is counted.
        return pattern.toString().replaceAll("\\.\\?[a-z0-9]*\\.\\?", ".?.?");
    }
}
