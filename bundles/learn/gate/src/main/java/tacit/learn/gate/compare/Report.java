package tacit.learn.gate.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tacit.api.command.Console;

/** Writes a comparison. */
@FunctionalInterface
interface Report {

    /** The report as text that ends with a line break. */
    String write(Comparison comparison, Console console);

    /** The reports to choose from. */
    enum Kind {
        TEXT,
        JSON,
        JUNIT,
        MARKDOWN;

        Report report() {
            return switch (this) {
                case TEXT -> new TextReport();
                case JSON -> new JsonReport();
                case JUNIT -> new JunitReport();
                case MARKDOWN -> new MarkdownReport();
            };
        }

        /** Reports on several candidates as one text: JSON becomes an array, the others stand below each other. */
        String join(List<String> pages) {
            if (pages.size() == 1) {
                return pages.get(0);
            }
            return this == JSON
                    ? pages.stream().map(String::strip).collect(Collectors.joining(",", "[", "]\n"))
                    : String.join("\n", pages);
        }

        /** The kind that an option such as {@code --json} asks for. */
        static Kind of(String option) {
            return valueOf(option.substring(2).toUpperCase(Locale.ROOT));
        }
    }
}
