package tacit.memory.layers;

import java.util.Arrays;
import tacit.api.memory.ContextFragment;

/** A part of the prompt under a heading of its own, in the order in which the parts stand. */
enum Section {
    CURATED("curated", "Curated Hot Memory", "L0"),
    MANUAL("manual", "Personal Operating Manual", "L0"),
    USER("user", "You & the User", "L0"),
    PLAYBOOK("playbook", "Past Task Patterns", "L1"),
    ENTITIES("entities", "Known Entities", "L1"),
    SUMMARIES("summaries", "Recent Summaries", "L1"),
    ARCHIVE("archive", "Archived Recall", "L1"),
    NOTES("notes", "Other Notes", "L1"),
    TOPICS("topics", "Topic Packs", "L2"),
    PERSONALITY("personality", "Personality", "L0"),
    CHANNEL("channel", "Channel", "L0");

    private final String id;
    private final String heading;
    private final String layer;

    Section(String id, String heading, String layer) {
        this.id = id;
        this.heading = heading;
        this.layer = layer;
    }

    /** Where a fragment may stand: not where instructions do, unless its lane allows that. */
    static Section of(ContextFragment fragment) {
        Section wanted = Arrays.stream(values())
                .filter(section -> section.id.equals(fragment.section()))
                .findFirst()
                .orElse(NOTES);
        return wanted.instructs() && !fragment.lane().mayInstruct() ? NOTES : wanted;
    }

    String heading() {
        return heading;
    }

    String layer() {
        return layer;
    }

    /** Whether it says how to answer and not what is known: such parts stand behind all others, with room of their own. */
    boolean saysHow() {
        return this == PERSONALITY || this == CHANNEL;
    }

    /** Whether a model may follow what stands here. */
    boolean instructs() {
        return layer.equals("L0");
    }
}
