package tacit.memory.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces what looks like a secret in a text that people wrote by a mark of its kind. */
public final class Secrets {

    private static final String NAMED = "$1$2[REDACTED]$4";

    private static final List<Rule> RULES = List.of(
            rule(
                    "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|\\z)",
                    "[REDACTED_PRIVATE_KEY]"),
            rule("(?i)\\b(Bearer)\\s+(?=[\\w.~+/=-]*\\d|[\\w.~+/=-]{20})[\\w.~+/=-]{6,}", "$1 [REDACTED_TOKEN]"),
            rule("\\bgh[pousr]_[A-Za-z0-9]{20,}", "[REDACTED_GITHUB_TOKEN]"),
            rule("\\bgithub_pat_\\w{20,}", "[REDACTED_GITHUB_TOKEN]"),
            rule("\\bglpat-[\\w-]{20,}", "[REDACTED_GITLAB_TOKEN]"),
            rule("\\bsk-[\\w-]{16,}", "[REDACTED_API_KEY]"),
            rule("\\bAIza[\\w-]{30,}", "[REDACTED_API_KEY]"),
            rule("\\bxox[a-z]-[\\w-]+", "[REDACTED_SLACK_TOKEN]"),
            rule("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", "[REDACTED_AWS_ACCESS_KEY]"),
            rule("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]+)?", "[REDACTED_TOKEN]"),
            rule(
                    "(?i)(\\b[\\w-]{0,40}?(?:(?:api|access|secret|private|auth)[ _-]?key|client[ _-]?secret|secret|password|passwd)\\b"
                            + "[\"'`*]{0,3}\\s*[:=]\\s*)([\"'`]?)(?!\\[REDACTED)([^\\s\"'`,;]{4,})([\"'`]?)",
                    NAMED),
            rule(
                    "(?i)(\\b[\\w-]{0,40}?token\\b[\"'`*]{0,3}\\s*[:=]\\s*)([\"'`]?)(?!\\[REDACTED)"
                            + "((?=[^\\s\"'`,;]*\\d)(?=[^\\s\"'`,;]*\\p{L})[^\\s\"'`,;#]{8,})([\"'`]?)",
                    NAMED));

    private static final Pattern WORD = Pattern.compile(
            "(?i)\\b(?:secrets?|passwords?|passwd|api[ _-]?keys?|access[ _-]?tokens?|private keys?|credentials?)\\b");

    private Secrets() {}

    private record Rule(Pattern pattern, String mark) {}

    private static Rule rule(String pattern, String mark) {
        return new Rule(Pattern.compile(pattern), mark);
    }

    /** The text without its secrets; a text without any is answered as it is. */
    public static String redacted(String text) {
        String clean = text;
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern.matcher(clean);
            clean = matcher.find() ? matcher.replaceAll(rule.mark) : clean;
        }
        return clean;
    }

    /** The same, with as many lines: what stood on a line stands there still. */
    public static String redactedInLines(String text) {
        String clean = text;
        for (Rule rule : RULES) {
            clean = inLines(rule, clean);
        }
        return clean;
    }

    private static String inLines(Rule rule, String text) {
        Matcher matcher = rule.pattern.matcher(text);
        StringBuilder clean = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            int from = clean.length() + matcher.start() - end;
            matcher.appendReplacement(clean, rule.mark);
            long gone = breaks(matcher.group()) - breaks(clean.substring(from));
            clean.append("\n".repeat((int) Math.max(0, gone)));
            end = matcher.end();
        }
        return matcher.appendTail(clean).toString();
    }

    private static long breaks(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    /** Whether a person should look: the text holds what looks like a secret, or speaks of one. */
    public static boolean suspected(String text) {
        return WORD.matcher(text).find() || !redacted(text).equals(text);
    }
}
