package tacit.pulse.guardrails;

import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses what shows only in a text as a whole: processes without end, and commands of other systems. */
final class WholeText {

    private static final Pattern BOMB =
            Pattern.compile("(?s)(?:function)?([\\w:.@%+-]+)\\(\\)[{(].*?(?<![\\w:.])\\1\\|&?\\1(?![\\w:.]).*?&.*"
                    + "|.*function([\\w:.@%+-]+?)\\{.*?\\2\\|&?\\2.*?&.*"
                    + "|.*\\$0(?:\\|&?|&)\\$0.*");
    private static final String DRIVE =
            "(?:[a-z]:[\\\\/]?(?:[*.]+)?(?=$|[\\s\"';&|])|%systemroot%|%userprofile%|\\$env:(?:userprofile|systemroot)|\\$home|~)";
    private static final Pattern WINDOWS = Pattern.compile("(?is)(?:^|[\\s;&|(\"'])(?:"
            + "(?:del|erase|rd|rmdir)\\b(?=[^;&|]*\\s/s\\b)[^;&|]*\\s\"?" + DRIVE
            + "|format(?:\\.com)?\\s+[a-z]:"
            + "|diskpart\\b|bcdedit\\b|vssadmin\\s+delete|cipher\\s+/w"
            + "|(?:remove-item|ri)\\b(?=[^;&|]*-r)[^;&|]*\\s\"?" + DRIVE
            + "|format-volume\\b|clear-disk\\b|stop-computer\\b|restart-computer\\b"
            + "|start-process\\b[^;&|]*-verb\\s+runas"
            + "|(?:iwr|irm|invoke-webrequest|invoke-restmethod|new-object\\s+net\\.webclient)\\b.*\\|\\s*(?:iex|invoke-expression)\\b"
            + "|(?:iex|invoke-expression)\\b.*(?:iwr|irm|downloadstring|invoke-webrequest|invoke-restmethod|frombase64string)"
            + "|(?:powershell|pwsh)\\b[^;&|]*\\s-e(?:nc|ncodedcommand)?\\s+[a-z0-9+/=]{16,})");

    private WholeText() {}

    static Optional<Finding> of(String text) {
        String dense = text.replaceAll("[\\s'\"\\\\]+", "");
        boolean bomb = dense.length() <= 10_000 && BOMB.matcher(dense).find();
        if (bomb) {
            return Optional.of(Finding.denied("command.bomb", "It starts processes without end"));
        }
        return WINDOWS.matcher(text).find()
                ? Optional.of(Finding.denied("command.windows", "It removes, formats or takes over a Windows machine"))
                : Optional.empty();
    }
}
