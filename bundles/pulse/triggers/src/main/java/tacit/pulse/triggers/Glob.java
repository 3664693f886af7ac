package tacit.pulse.triggers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern of paths: {@code *} is any part of a name, {@code ?} one letter of it, {@code **} any folders. Immutable.
 *
 * @param folder the folders before the first of these, where a search may begin; empty for the whole workspace
 * @param depth how many levels below that it can reach
 * @param path what a path must match
 */
record Glob(String folder, int depth, Pattern path) {

    /** How deep {@code **} looks. */
    static final int DEEPEST = 16;

    private static final int LONGEST = 300;

    static Glob of(String words) {
        if (words.isBlank() || words.length() > LONGEST || words.startsWith("/") || words.contains("\\")) {
            throw new IllegalArgumentException(
                    "A pattern must be a relative path with slashes of at most " + LONGEST + " characters");
        }
        String[] names = words.split("/", -1);
        List<String> fixed = new ArrayList<>();
        for (String name : names) {
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                throw new IllegalArgumentException("A pattern must stay below the folder, with names between slashes");
            }
        }
        for (int i = 0; i < names.length - 1 && !isOpen(names[i]); i++) {
            fixed.add(names[i]);
        }
        int depth = words.contains("**") ? DEEPEST : names.length - fixed.size();
        return new Glob(String.join("/", fixed), depth, Pattern.compile(regex(words)));
    }

    private static boolean isOpen(String name) {
        return name.contains("*") || name.contains("?");
    }

    private static String regex(String words) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < words.length()) {
            if (words.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 3;
            } else if (words.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                char letter = words.charAt(i++);
                regex.append(letter == '*' ? "[^/]*" : letter == '?' ? "[^/]" : Pattern.quote(String.valueOf(letter)));
            }
        }
        return regex.toString();
    }

    boolean matches(String candidate) {
        return path.matcher(candidate).matches();
    }
}
