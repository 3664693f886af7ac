package tacit.trigger.git;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.TriggerIngress.Change;
import tacit.api.pulse.TriggerIngress.WatchedFile;

/**
 * How a repository stands, by the files of its folder {@code .git}. Immutable.
 *
 * @param head the branch, or {@code detached} and where
 * @param tips the branches with the begin of the name of their last commit
 * @param operation what is in progress, such as a merge; empty for nothing
 * @param conflicts files that an operation in progress could not bring together
 * @param log what happened to HEAD, the newest first
 */
record Repository(
        String head, SortedMap<String, String> tips, String operation, List<String> conflicts, List<Step> log) {

    /** Where the parts of it lie. */
    static final List<String> FILES = List.of(
            ".git/HEAD",
            ".git/packed-refs",
            ".git/refs/heads/**",
            ".git/logs/HEAD",
            ".git/MERGE_HEAD",
            ".git/MERGE_MSG",
            ".git/CHERRY_PICK_HEAD",
            ".git/REVERT_HEAD",
            ".git/rebase-merge/head-name",
            ".git/rebase-apply/head-name");

    static final String DETACHED = "detached at ";

    private static final String HEADS = "refs/heads/";

    /** Enough to tell commits apart. */
    private static final int DIGITS = 12;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");
    private static final Pattern PACKED = Pattern.compile("([0-9a-f]{40,64}) refs/heads/(\\S+)");
    private static final Pattern STEP =
            Pattern.compile("([0-9a-f]{40,64}) ([0-9a-f]{40,64}) [^\t]*\t([^:(\t]+?)(?: \\([^)]*\\))*: ?(.*)");
    private static final Pattern CONFLICT = Pattern.compile("#?\t(.+)");

    /** A step of HEAD: from one commit to another, by what, with which words. */
    record Step(String from, String to, String action, String words) {}

    /** Reads it; null when there is no repository. */
    static @Nullable Repository of(List<WatchedFile> files) {
        Map<String, String> texts = new HashMap<>();
        for (WatchedFile file : files) {
            String text = file.text();
            if (file.change() != Change.REMOVED && text != null) {
                texts.put(file.path(), text);
            }
        }
        String head = head(texts.getOrDefault(".git/HEAD", "").strip());
        if (head == null) {
            return null;
        }
        String operation = operation(texts);
        return new Repository(
                head,
                tips(texts),
                operation,
                operation.isEmpty() ? List.of() : conflicts(texts.getOrDefault(".git/MERGE_MSG", "")),
                log(texts.getOrDefault(".git/logs/HEAD", "")));
    }

    private static @Nullable String head(String text) {
        if (text.startsWith("ref: " + HEADS)) {
            return text.substring(("ref: " + HEADS).length());
        }
        return NAME.matcher(text).matches() ? DETACHED + begin(text) : null;
    }

    private static String begin(String name) {
        return name.substring(0, DIGITS);
    }

    private static SortedMap<String, String> tips(Map<String, String> texts) {
        SortedMap<String, String> tips = new TreeMap<>();
        texts.getOrDefault(".git/packed-refs", "").lines().map(PACKED::matcher).forEach(line -> {
            if (line.matches()) {
                tips.put(line.group(2), begin(line.group(1)));
            }
        });
        texts.forEach((path, text) -> {
            if (path.startsWith(".git/" + HEADS) && NAME.matcher(text.strip()).matches()) {
                tips.put(path.substring((".git/" + HEADS).length()), begin(text.strip()));
            }
        });
        return tips;
    }

    private static String operation(Map<String, String> texts) {
        if (texts.containsKey(".git/rebase-merge/head-name") || texts.containsKey(".git/rebase-apply/head-name")) {
            return "rebase";
        }
        if (texts.containsKey(".git/MERGE_HEAD")) {
            return "merge";
        }
        if (texts.containsKey(".git/CHERRY_PICK_HEAD")) {
            return "cherry-pick";
        }
        return texts.containsKey(".git/REVERT_HEAD") ? "revert" : "";
    }

    private static List<String> conflicts(String message) {
        List<String> conflicts = new ArrayList<>();
        boolean listed = false;
        for (String line : message.lines().toList()) {
            Matcher file = CONFLICT.matcher(line);
            if (line.matches("# Conflicts:|Conflicts:")) {
                listed = true;
            } else if (listed && file.matches()) {
                conflicts.add(file.group(1).strip());
            } else {
                listed = false;
            }
        }
        return conflicts;
    }

    private static List<Step> log(String text) {
        List<Step> steps = new ArrayList<>();
        text.lines().map(STEP::matcher).forEach(line -> {
            if (line.matches()) {
                steps.add(new Step(
                        begin(line.group(1)),
                        begin(line.group(2)),
                        line.group(3).strip(),
                        line.group(4).strip()));
            }
        });
        Collections.reverse(steps);
        return steps;
    }

    /** The commits that HEAD made since it stood at one, the newest first; those that other steps brought are left out. */
    List<Step> commitsSince(String tip) {
        List<Step> commits = new ArrayList<>();
        for (Step step : log) {
            if (step.action().startsWith("commit") || step.action().startsWith("cherry-pick")) {
                commits.add(step);
            }
            if (step.from().equals(tip)) {
                return commits;
            }
        }
        return List.of();
    }
}
