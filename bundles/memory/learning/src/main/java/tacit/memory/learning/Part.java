package tacit.memory.learning;

import java.util.Locale;

/** A memory that learns, each of which can be switched off and can fail without costing another one its turn. */
enum Part {
    PROFILE,
    RELATIONSHIPS,
    PLAYBOOK,
    GRAPH,
    MEMORIES,
    CURATED,
    JOURNAL,
    SUMMARIES,
    TOPICS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
