package tacit.pulse.guardrails;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads characters that are written as numbers. */
final class Escapes {

    private static final Pattern NUMBER = Pattern.compile(
            "\\\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|0?([0-7]{1,3})|(.))", Pattern.DOTALL);

    private Escapes() {}

    static String decode(String text) {
        StringBuilder decoded = new StringBuilder();
        Matcher found = NUMBER.matcher(text);
        int last = 0;
        while (found.find()) {
            decoded.append(text, last, found.start()).append(one(found));
            last = found.end();
        }
        return decoded.append(text.substring(last)).toString();
    }

    private static String one(Matcher found) {
        for (int group = 1; group <= 3; group++) {
            if (found.group(group) != null) {
                return sign(Long.parseLong(found.group(group), 16));
            }
        }
        if (found.group(4) != null) {
            return sign(Integer.parseInt(found.group(4), 8));
        }
        return switch (found.group(5)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\n";
            default -> found.group(5);
        };
    }

    private static String sign(long number) {
        return number > 0 && Character.isValidCodePoint((int) number) && number <= Character.MAX_CODE_POINT
                ? Character.toString((int) number)
                : "";
    }
}
