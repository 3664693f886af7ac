package tacit.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the addresses in headers such as {@code "Lovelace, Ada" <ada@example.org>, ben@example.org}. */
final class Addresses {

    private static final int MOST = 100;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(),;:\"@]+@[^\\s<>(),;:\"@]+");
    private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|\\([^()]*+\\)");

    private Addresses() {}

    /** In lower case and without names, each once, in order. */
    static List<String> in(String header) {
        List<String> found = new ArrayList<>();
        // A name may look like an address of somebody else, so names go first
        for (String one : QUOTED.matcher(header).replaceAll(" ").split("[,;\\n]", -1)) {
            Matcher brackets = BRACKETS.matcher(one);
            Matcher address = ADDRESS.matcher(brackets.find() ? brackets.group(1) : one);
            if (address.find() && found.size() < MOST) {
                String lower = address.group().toLowerCase(Locale.ROOT);
                if (!found.contains(lower)) {
                    found.add(lower);
                }
            }
        }
        return found;
    }
}
