package tacit.trigger.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.Urgency;
import tacit.trigger.git.Interest.Event;
import tacit.trigger.git.Repository.Step;

/**
 * What is new in a repository, compared with what was remembered of it; at first sight nothing is. Immutable.
 *
 * @param memory head, tips, operation and the number of conflicts as they were
 */
record Comparison(
        TriggerConfiguration configuration, Interest interest, Map<String, String> memory, Repository repository) {

    private static final String HEAD = "head";
    private static final String OPERATION = "operation";
    private static final String CONFLICTS = "conflicts";
    private static final String TIP = "tip:";

    /** How much is remembered of branches; those with the first names. */
    private static final int MOST_CHARACTERS = 12_000;

    private static final int MOST_NAMES = 10;
    private static final int MOST_SUBJECTS = 3;

    List<SignalDraft> told() {
        List<SignalDraft> drafts = new ArrayList<>();
        if (!memory.containsKey(HEAD)) {
            return drafts;
        }
        switched(drafts);
        if (interest.in(Event.COMMITS)) {
            commits(drafts);
            moved(drafts);
        }
        operation(drafts);
        conflicts(drafts);
        return drafts;
    }

    Map<String, String> remembered() {
        Map<String, String> now = new TreeMap<>(Map.of(HEAD, repository.head()));
        int left = MOST_CHARACTERS;
        for (Map.Entry<String, String> tip : repository.tips().entrySet()) {
            boolean current = tip.getKey().equals(repository.head());
            int length = TIP.length() + tip.getKey().length() + tip.getValue().length();
            if (current || (interest.of(tip.getKey()) && length <= left)) {
                left -= length;
                now.put(TIP + tip.getKey(), tip.getValue());
            }
        }
        if (!repository.operation().isEmpty()) {
            now.put(OPERATION, repository.operation());
        }
        if (!repository.conflicts().isEmpty()) {
            now.put(CONFLICTS, String.valueOf(repository.conflicts().size()));
        }
        return now;
    }

    private void switched(List<SignalDraft> drafts) {
        String before = memory.getOrDefault(HEAD, "");
        String now = repository.head();
        boolean stepped = before.startsWith(Repository.DETACHED) && now.startsWith(Repository.DETACHED);
        if (before.equals(now) || stepped || !interest.in(Event.SWITCHES)) {
            return;
        }
        drafts.add(draft(
                "switch",
                SignalFamily.AWARENESS_SIGNAL,
                Urgency.LOW,
                .5,
                "Switched from " + before + " to " + now,
                Map.of("from", before, "to", now)));
    }

    private void commits(List<SignalDraft> drafts) {
        String branch = repository.head();
        String before = memory.get(TIP + branch);
        String now = repository.tips().get(branch);
        if (before == null || now == null || before.equals(now) || !interest.of(branch)) {
            return;
        }
        List<Step> commits = repository.commitsSince(before);
        int number = commits.size();
        Map<String, String> payload = new TreeMap<>(Map.of("branch", branch, "from", before, "to", now));
        if (number > 0) {
            payload.put("commits", String.valueOf(number));
            payload.put(
                    "subjects",
                    commits.stream().limit(MOST_SUBJECTS).map(Step::words).collect(Collectors.joining("\n")));
        }
        String reason = number == 0
                ? "Branch " + branch + " moved to another commit"
                : number + (number == 1 ? " commit on " : " commits on ") + branch;
        drafts.add(draft("commits:" + branch, SignalFamily.AWARENESS_SIGNAL, Urgency.LOW, .5, reason, payload));
    }

    /** Branches that somebody else moved, together. */
    private void moved(List<SignalDraft> drafts) {
        List<String> moved = repository.tips().entrySet().stream()
                .filter(tip -> interest.of(tip.getKey()) && !tip.getKey().equals(repository.head()))
                .filter(tip -> isMoved(tip.getKey(), tip.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!moved.isEmpty()) {
            drafts.add(draft(
                    "moved",
                    SignalFamily.AWARENESS_SIGNAL,
                    Urgency.LOW,
                    .4,
                    moved.size() == 1 ? "Branch " + moved.get(0) + " moved" : moved.size() + " branches moved",
                    Map.of("branches", names(moved))));
        }
    }

    private boolean isMoved(String branch, String tip) {
        String before = memory.get(TIP + branch);
        return before != null && !before.equals(tip);
    }

    private static String names(List<String> names) {
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining("\n"));
    }

    private void operation(List<SignalDraft> drafts) {
        String before = memory.getOrDefault(OPERATION, "");
        String now = repository.operation();
        if (before.equals(now) || !interest.in(Event.OPERATIONS)) {
            return;
        }
        drafts.add(
                now.isEmpty()
                        ? draft(
                                "operation",
                                SignalFamily.AWARENESS_SIGNAL,
                                Urgency.LOW,
                                .5,
                                "The " + before + " on " + repository.head() + " ended",
                                Map.of("ended", before))
                        : draft(
                                "operation",
                                SignalFamily.OPEN_LOOP_PRESSURE,
                                Urgency.MEDIUM,
                                .6,
                                "A " + now + " is in progress on " + repository.head(),
                                Map.of("began", now)));
    }

    private void conflicts(List<SignalDraft> drafts) {
        int number = repository.conflicts().size();
        if (number == 0 || String.valueOf(number).equals(memory.get(CONFLICTS)) || !interest.in(Event.CONFLICTS)) {
            return;
        }
        drafts.add(draft(
                "conflicts",
                SignalFamily.OPEN_LOOP_PRESSURE,
                Urgency.HIGH,
                .75,
                "Conflicts in " + number + (number == 1 ? " file" : " files") + " of a " + repository.operation(),
                Map.of("paths", names(repository.conflicts()))));
    }

    private SignalDraft draft(
            String what,
            SignalFamily family,
            Urgency urgency,
            double confidence,
            String reason,
            Map<String, String> payload) {
        return SignalDraft.of(configuration.workspaceId(), family, SignalSource.GIT, reason)
                .withUrgency(urgency, confidence)
                .withFingerprint("git:" + configuration.id() + ":" + what)
                .withPayload(payload);
    }
}
