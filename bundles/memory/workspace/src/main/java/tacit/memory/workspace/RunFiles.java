package tacit.memory.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tacit.api.store.TextTombstones;

/**
 * What some runs left in files: entries of the journal that name one of them, and their transcripts. An entry stays as a heading
 * with tombstones below, since who sums up a log counts its entries. Immutable.
 *
 * @param runs their ids
 */
record RunFiles(Set<String> runs) {

    /** Where what was noted of runs is kept. */
    private static final String HOME = ".cowork/memory/";

    private static final Pattern JOURNAL = Pattern.compile("\\.cowork/memory/daily/[^/]+\\.md");
    private static final Pattern TRANSCRIPT =
            Pattern.compile("\\.cowork/memory/transcripts/(?:spans/(.+)\\.jsonl|checkpoints/(.+)\\.json)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} .*\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*Z.*");
    private static final Pattern TASK = Pattern.compile("\\btask(?:Id)?:\\s*([^\\s|,]+)");
    private static final Pattern UNWRITTEN = Pattern.compile("[|,\\p{Cntrl}\\s]+");

    static boolean isJournal(String path) {
        return JOURNAL.matcher(path).matches();
    }

    static boolean isBesideJournal(String path) {
        return isKept(path) && !isJournal(path);
    }

    /** Whether a file may hold what was noted of runs. */
    static boolean isKept(String path) {
        return path.startsWith(HOME);
    }

    /** What the runs say in a file, line by line. */
    List<String> said(String path, String text) {
        List<String> said = new ArrayList<>();
        if (isJournal(path)) {
            journal(text, said);
        }
        return said;
    }

    /** The file without what the runs say in it. */
    String without(String path, String text) {
        if (isJournal(path)) {
            return journal(text, new ArrayList<>());
        }
        Matcher transcript = TRANSCRIPT.matcher(path);
        if (transcript.matches()) {
            String run = transcript.group(1) == null ? transcript.group(2) : transcript.group(1);
            return runs.contains(run) ? "" : text;
        }
        return text;
    }

    /** As headings of the journal name a run, which are cut at blanks and commas. */
    private static String inHeadings(String run) {
        return UNWRITTEN.matcher(run).replaceAll(" ").strip().replace(' ', '_');
    }

    /** The log without what the entries of the runs say; that is added to what was said. */
    private String journal(String text, List<String> said) {
        Set<String> named = runs.stream().map(RunFiles::inHeadings).collect(Collectors.toSet());
        StringBuilder left = new StringBuilder();
        boolean own = false;
        for (String line : text.split("(?<=\n)", -1)) {
            if (HEADING.matcher(line.strip()).matches()) {
                Matcher task = TASK.matcher(line);
                own = task.find() && named.contains(task.group(1));
                left.append(line);
            } else if (own && !line.isBlank()) {
                String words = line.strip();
                String tombstone = TextTombstones.instead(words);
                if (!tombstone.equals(words)) {
                    said.add(words);
                }
                left.append(tombstone).append('\n');
            } else {
                left.append(line);
            }
        }
        return left.toString();
    }
}
