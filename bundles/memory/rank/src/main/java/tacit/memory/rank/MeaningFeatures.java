package tacit.memory.rank;

import java.util.List;

/** How near a candidate is in meaning, beside the other candidates. */
final class MeaningFeatures {

    private static final List<String> SIGNALS =
            List.of("e5.text", "e5.dated", "e5.window", "minilm.text", "minilm.dated", "minilm.window");

    private MeaningFeatures() {}

    static List<Feature> all() {
        return SIGNALS.stream()
                .map(signal -> new Feature(
                        "meaning." + signal, (question, turn) -> turn.all().height("cosine." + signal, turn)))
                .toList();
    }
}
