package tacit.runtime.backup;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;

/** Names of parts that cannot lead out of the folder into which they are put. */
final class SafeName {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private SafeName() {}

    /**
     * Refuses a name that leads anywhere else, or to what is never copied.
     *
     * @throws BadBackupException with the name
     */
    static void require(String name) {
        if (!isSafe(name)) {
            throw new BadBackupException("it holds a part with the name '" + name + "', which leads elsewhere");
        }
    }

    static boolean isSafe(String name) {
        List<String> words = List.of(name.split("/", -1));
        boolean foreign =
                File.separatorChar != '/' && (name.indexOf(File.separatorChar) >= 0 || name.indexOf(':') >= 0);
        if (foreign || CONTROL.matcher(name).find() || words.size() < 2) {
            return false;
        }
        if (words.stream().anyMatch(word -> word.isEmpty() || word.equals(".") || word.equals(".."))) {
            return false;
        }
        return switch (words.get(0) + "/") {
            case Manifest.FILES -> !DataFiles.isLeftOut(words.get(1));
            case Manifest.TABLES -> words.size() == 2 && words.get(1).matches("[a-z_][a-z0-9_]*\\.jsonl");
            default -> false;
        };
    }
}
