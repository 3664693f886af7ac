package tacit.adapt.progress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.LearningStep.EvidenceRef;
import tacit.api.adapt.LearningStep.Stage;
import tacit.api.adapt.LearningStep.Status;
import tacit.api.adapt.RunLearning;
import tacit.api.adapt.RunLearning.SkillLook;
import tacit.api.memory.LearningReceipt;

/** Says of each stage what really came of it. */
final class Steps {

    static final String PROPOSAL = "proposal";

    private static final String SKILL = "skill";
    private static final String USES = "uses";
    private static final String SCREEN = "screen_context";

    private Steps() {}

    static List<LearningStep> of(RunLearning learning, boolean failed, List<EvidenceRef> evidence) {
        List<LearningStep> steps = new ArrayList<>();
        steps.add(screen(evidence));
        steps.add(memories(learning, evidence));
        steps.add(playbook(learning, failed));
        steps.add(proposed(learning.skill()));
        SkillLook skill = learning.skill();
        if (skill != null && skill.proposalId() != null) {
            steps.add(review(skill));
        }
        if (steps.stream().noneMatch(step -> step.status() == Status.DONE || step.status() == Status.PENDING)) {
            String why = learning.nothing().isEmpty() ? "nothing in the run was worth keeping" : learning.nothing();
            steps.add(step(Stage.NO_LEARNING, Status.DONE, "Nothing learnt", "Nothing learnt, because " + why));
        }
        return steps;
    }

    private static LearningStep screen(List<EvidenceRef> evidence) {
        List<EvidenceRef> screens =
                evidence.stream().filter(one -> one.sourceType().equals(SCREEN)).toList();
        return new LearningStep(
                Stage.SCREEN_CONTEXT_USED,
                screens.isEmpty() ? Status.SKIPPED : Status.DONE,
                "Screen context",
                screens.isEmpty() ? "The run looked at no screen" : "The run looked at the screen",
                screens,
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static LearningStep memories(RunLearning learning, List<EvidenceRef> evidence) {
        LearningReceipt receipt = learning.memories();
        SortedMap<String, List<String>> ids = new TreeMap<>(receipt.written());
        ids.remove(USES);
        SortedMap<String, String> details = new TreeMap<>();
        if (!receipt.failures().isEmpty()) {
            details.put("failures", String.join("; ", receipt.failures()));
        }
        receipt.waiting().forEach((part, waiting) -> details.put("waiting." + part, String.join(" ", waiting)));
        int written = count(ids);
        int waiting = count(receipt.waiting());
        Status status = written > 0
                ? Status.DONE
                : waiting > 0 ? Status.PENDING : receipt.failures().isEmpty() ? Status.SKIPPED : Status.FAILED;
        return new LearningStep(
                Stage.MEMORY_CAPTURED,
                status,
                "Memory",
                words(learning, status, written, waiting),
                written > 0 ? evidence : List.of(),
                ids,
                details);
    }

    private static int count(SortedMap<String, List<String>> ids) {
        Set<String> all = new LinkedHashSet<>();
        ids.values().forEach(all::addAll);
        return all.size();
    }

    private static String words(RunLearning learning, Status status, int written, int waiting) {
        return switch (status) {
            case DONE ->
                "Wrote " + written + (written == 1 ? " memory" : " memories")
                        + (waiting > 0 ? ", " + waiting + " more waiting for an approval" : "");
            case PENDING -> waiting + (waiting == 1 ? " memory waits" : " memories wait") + " for an approval";
            case FAILED -> "No memory could be written";
            case SKIPPED -> "No memory was written" + (learning.nothing().isEmpty() ? "" : ": " + learning.nothing());
        };
    }

    /** A failure strengthens nothing, even where it weakened what it used. */
    private static LearningStep playbook(RunLearning learning, boolean failed) {
        List<String> used = learning.memories().written().getOrDefault(USES, List.of());
        SortedMap<String, List<String>> ids = new TreeMap<>();
        if (!used.isEmpty()) {
            ids.put("playbook", used);
        }
        boolean done = !used.isEmpty() && !failed;
        String words = failed
                ? "A failure strengthens no entry" + (used.isEmpty() ? "" : "; what it used was weakened")
                : used.isEmpty()
                        ? "No entry was strengthened: the run used none that was judged"
                        : "Strengthened " + used.size();
        return new LearningStep(
                Stage.PLAYBOOK_REINFORCED,
                done ? Status.DONE : Status.SKIPPED,
                "Playbook",
                words,
                List.of(),
                ids,
                new TreeMap<>());
    }

    static LearningStep proposed(@Nullable SkillLook skill) {
        if (skill == null || skill.proposalId() == null) {
            String why = skill == null ? "nobody looked for one" : skill.reason();
            return step(
                    Stage.SKILL_PROPOSED,
                    Status.SKIPPED,
                    "Skill",
                    "No skill was proposed" + (why.isEmpty() ? "" : ": " + why));
        }
        boolean open = skill.status().equals(SkillLook.PENDING);
        return new LearningStep(
                Stage.SKILL_PROPOSED,
                open ? Status.PENDING : Status.DONE,
                "Skill",
                "Proposed a skill",
                List.of(),
                ids(skill),
                new TreeMap<>(Map.of("status", skill.status())));
    }

    static Stage reviewStage(SkillLook skill) {
        return switch (skill.status()) {
            case SkillLook.APPROVED -> Stage.SKILL_APPROVED;
            case SkillLook.REJECTED -> Stage.SKILL_REJECTED;
            default -> Stage.SKILL_REVIEWED;
        };
    }

    static LearningStep review(SkillLook skill) {
        Stage stage = reviewStage(skill);
        boolean open = stage == Stage.SKILL_REVIEWED;
        String words = open
                ? "The proposal waits for a review"
                : "The proposal was " + skill.status() + (skill.reason().isEmpty() ? "" : ": " + skill.reason());
        return new LearningStep(
                stage, open ? Status.PENDING : Status.DONE, "Review", words, List.of(), ids(skill), new TreeMap<>());
    }

    private static SortedMap<String, List<String>> ids(SkillLook skill) {
        SortedMap<String, List<String>> ids = new TreeMap<>();
        if (skill.proposalId() != null) {
            ids.put(PROPOSAL, List.of(skill.proposalId()));
        }
        if (skill.skillId() != null) {
            ids.put(SKILL, List.of(skill.skillId()));
        }
        return ids;
    }

    private static LearningStep step(Stage stage, Status status, String title, String summary) {
        return new LearningStep(stage, status, title, summary, List.of(), new TreeMap<>(), new TreeMap<>());
    }
}
