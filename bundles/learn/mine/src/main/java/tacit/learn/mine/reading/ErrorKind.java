package tacit.learn.mine.reading;

import java.util.regex.Pattern;

/** What an error message says went wrong, in the words that runtimes share; the first that matches counts. */
public enum ErrorKind {
    /** Withheld by design, such as in a cool-down or quiet hours: no failure at all. The word alone withholds nothing. */
    GATED("^\\W*cool-?down|\\b(in|on|during|within|under|by) (an? |the |its )?cool-?down"
            + "|cool-?down (period )?((is|was) )?(still )?(active|running|not over|in (force|effect)|until|ends|remains|has)"
            + "|quiet hours|user (is )?busy|do not disturb"),
    QUOTA("rate.?limit|too many requests|quota|\\b429\\b|overloaded|insufficient (credits|balance)"),
    EXHAUSTED("max(imum)? (number of )?(operations|steps|iterations|tokens|turns)|out of memory|recursion"
            + "|context (length|window)|exceed\\w* .{0,30}(context|tokens)"),
    TIMEOUT("timed? ?out|deadline exceeded|\\b504\\b"),
    NETWORK("connection (aborted|refused|reset|error|closed|timed)|connect(ion)? to .{0,60} failed|unreachable"
            + "|remote end closed|name resolution|getaddrinfo|\\bdns\\b|\\b50[023]\\b|bad gateway"
            + "|service unavailable|network (error|is down)|\\bssl\\b"),
    DENIED("\\b40[137]\\b|unauthori[sz]ed|forbidden|permission denied|access denied|authentication (failed|required)"),
    ARGUMENT("argument|parameter|required (field|property)|schema|takes \\d+ positional"),
    SYNTAX("syntax|unterminated|indent|pars(e|ing)|unexpected (token|eof)|invalid json|not supported"),
    IMPORT("\\bimport|no module|not allowed|not permitted"),
    NAME("not defined|undefined|unknown|unrecognized|ambiguous|nameerror|attributeerror|typeerror|keyerror|indexerror"),
    MISSING("not found|no such|does ?n.t exist|does not exist|could not|couldn.t|cannot find|unable to find"),
    OTHER("");

    private final Pattern words;

    ErrorKind(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** Reads an error message. */
    public static ErrorKind of(String message) {
        for (ErrorKind kind : values()) {
            if (kind.words.matcher(message).find()) {
                return kind;
            }
        }
        return OTHER;
    }

    /** Whether the world around the agent failed, not the agent. */
    public boolean environment() {
        return this == QUOTA || this == TIMEOUT || this == NETWORK || this == DENIED;
    }
}
