package tacit.adapt.metrics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/** What the journal says of the day before a day. */
final class DaySummary {

    private static final String FOLDER = ".cowork/memory/summaries/";
    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern FRONT = Pattern.compile("\\A\uFEFF?---\\s*\\R[\\s\\S]*?\\R---\\s*(?:\\R|\\z)");

    private DaySummary() {}

    /** The items of its summary, the first of them; empty when there is none. */
    static List<String> before(WorkspaceFiles files, String workspace, String day, int most) {
        String text = files.read(workspace, FOLDER + previous(day) + ".md", MOST_BYTES)
                .map(WorkspaceFile::text)
                .orElse("");
        return FRONT.matcher(text)
                .replaceFirst("")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).strip())
                .filter(line -> !line.isEmpty())
                .limit(most)
                .toList();
    }

    private static LocalDate previous(String day) {
        try {
            return LocalDate.parse(day).minusDays(1);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("day must be a day such as 2026-03-01, got '" + day + "'", e);
        }
    }
}
