package tacit.memory.playbook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tacit.api.memory.ErrorCategory;

/** Tells what an error was about by whole words of it, so that "4290 rows" is no status. */
final class ErrorWords {

    private static final String STATUS_BEGIN = "(?<![\\p{L}\\d.,#/-])";
    private static final String STATUS_END = "(?![\\d]|[.,]\\d|\\s+\\p{L}+s\\b)";

    private static final Map<ErrorCategory, Pattern> WORDS = words();

    private ErrorWords() {}

    static ErrorCategory category(String error) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(error).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ErrorCategory.UNKNOWN);
    }

    private static Map<ErrorCategory, Pattern> words() {
        Map<ErrorCategory, Pattern> words = new LinkedHashMap<>();
        put(words, ErrorCategory.USER_CORRECTION, "\\[correction]");
        put(
                words,
                ErrorCategory.RATE_LIMIT,
                "\\brate[ _-]?limit(?:s|ed|ing)?\\b|\\btoo many requests\\b|" + status("429")
                        + "|\\bquota\\b.{0,40}\\bexceeded\\b|\\bresources?[\\W_].{0,40}?exhausted\\b|\\bbilling\\b"
                        + "|\\bpayment\\b.{0,40}\\brequired\\b");
        put(
                words,
                ErrorCategory.PERMISSION_DENIED,
                "\\b(?:permissions?|access)[ _]denied\\b|\\beacces\\b|\\bunauthori[sz]ed\\b|\\bforbidden\\b|"
                        + status("403") + "|\\bnot allowed\\b");
        put(
                words,
                ErrorCategory.TIMEOUT,
                "\\btimed[ -]?out\\b|\\btime-?outs?\\b|\\bdeadline\\b|\\betimedout\\b|\\besockettimedout\\b");
        put(
                words,
                ErrorCategory.MISSING_CONTEXT,
                "\\benoent\\b|\\bnot found\\b|\\bdoes not exist\\b|\\b(?:cannot|can't) find\\b|\\bno such file\\b"
                        + "|\\bmissing\\b.{0,40}\\bparam(?:eter)?s?\\b|\\brequired\\b.{0,40}\\bnot provided\\b");
        put(
                words,
                ErrorCategory.TOOL_FAILURE,
                "\\b(?:tool|execution|command)\\b.{0,40}\\bfail(?:s|ed|ure)?\\b|\\btool\\b.{0,40}\\berrors?\\b");
        put(
                words,
                ErrorCategory.WRONG_APPROACH,
                "\\b(?:wrong|incorrect|invalid)\\b|\\bbad\\b.{0,20}\\bapproach\\b|\\bnot\\b.{0,10}\\bright\\b");
        return words;
    }

    private static String status(String code) {
        return STATUS_BEGIN + code + STATUS_END;
    }

    private static void put(Map<ErrorCategory, Pattern> words, ErrorCategory category, String pattern) {
        words.put(category, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
    }
}
