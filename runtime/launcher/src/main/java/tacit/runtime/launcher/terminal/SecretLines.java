package tacit.runtime.launcher.terminal;

import java.util.regex.Pattern;

/** Tells lines that seem to hold a secret, which a history must not keep. Rather one line too many than one too few. */
public final class SecretLines {

    private static final Pattern NAMED = Pattern.compile(
            "(password|passwd|passphrase|secret|credential|api[._-]?key|access[._-]?key|private[._-]?key|bearer|authorization"
                    + "|token\\s*[=:])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KNOWN =
            Pattern.compile("\\b(tct_|sk-|gh[pousr]_|xox[abprs]-|AKIA|eyJ)[A-Za-z0-9_-]{8,}");
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/\\s@]+:[^/\\s@]+@");
    private static final Pattern LONG_MIX = Pattern.compile(
            "(?=[A-Za-z0-9+/_=-]*[a-z])(?=[A-Za-z0-9+/_=-]*[A-Z])(?=[A-Za-z0-9+/_=-]*[0-9])[A-Za-z0-9+/_=-]{24,}");

    private SecretLines() {}

    /** Whether the line must not be kept. */
    public static boolean holds(String line) {
        return NAMED.matcher(line).find()
                || KNOWN.matcher(line).find()
                || IN_ADDRESS.matcher(line).find()
                || LONG_MIX.matcher(line).find();
    }
}
