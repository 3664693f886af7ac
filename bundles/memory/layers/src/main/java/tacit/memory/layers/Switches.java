package tacit.memory.layers;

import java.util.Optional;

/**
 * What an operator wants in a prompt. Immutable.
 *
 * @param layered layers, or one combined one
 * @param kit the workspace's kit
 * @param curated the hot lane
 * @param archive what is recalled from the archive
 * @param topics topic packs
 * @param showHints which tools find more, at the end
 * @param hints which tools there are
 * @param taskShare how much of the relevance the task decides about
 */
record Switches(
        boolean layered,
        boolean kit,
        boolean curated,
        boolean archive,
        boolean topics,
        boolean showHints,
        Hints hints,
        double taskShare) {

    Switches {
        if (!(taskShare >= 0 && taskShare <= 1)) {
            throw new IllegalArgumentException("task.share must be in [0, 1], got " + taskShare);
        }
    }

    static Switches of(WakeUpLayers.Config config) {
        return new Switches(
                config.wake_up_layers(),
                config.context_pack_injection(),
                config.curated_memory(),
                config.archive_injection(),
                config.layered_memory(),
                !config.wake_up_layers() || config.recall_hints(),
                hints(config),
                config.task_share());
    }

    private static Hints hints(WakeUpLayers.Config config) {
        return new Hints(
                config.verbatim_recall(), config.session_recall(), config.durable_context(), config.topic_memory());
    }

    /** Why nothing of a section is shown; empty when it may be. */
    Optional<String> closed(Section section) {
        return switch (section) {
            case CURATED, MANUAL, USER -> unless(curated, "curated.memory");
            case ARCHIVE -> unless(archive, "archive.injection");
            case TOPICS -> unless(topics, "layered.memory");
            case PLAYBOOK, ENTITIES, SUMMARIES, NOTES, PERSONALITY, CHANNEL -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean on, String setting) {
        return on ? Optional.empty() : Optional.of("The setting " + setting + " is off");
    }
}
