package tacit.memory.external.supermemory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an operator set, put in order. Immutable; holds no key.
 *
 * @param enabled whether the service is asked at all
 * @param baseUrl where it is
 * @param containers where texts lie
 * @param profileInPrompt whether prompts get what it knows
 * @param mirror whether new memories of the archive are copied to it
 * @param mode how it searches
 * @param rerank whether it orders what it found once more
 * @param threshold how alike a hit must be, in [0, 1]
 */
record Settings(
        boolean enabled,
        String baseUrl,
        Containers containers,
        boolean profileInPrompt,
        boolean mirror,
        String mode,
        boolean rerank,
        double threshold) {

    static final String BASE_URL = "https://api.supermemory.ai";
    static final double THRESHOLD = 0.55;

    private static final List<String> MODES = List.of("hybrid", "memories", "documents");

    static Settings of(Supermemory.Config config) {
        String mode = config.search_mode().strip().toLowerCase(Locale.ROOT);
        if (!MODES.contains(mode)) {
            throw new IllegalArgumentException(
                    "search.mode must be one of " + String.join(", ", MODES) + ", got '" + mode + "'");
        }
        return new Settings(
                config.enabled(),
                baseUrl(config.base_url()),
                Containers.of(config.container_tag_template(), config.custom_containers()),
                config.include_profile_in_prompt(),
                config.mirror_memory_writes(),
                mode,
                config.rerank(),
                threshold(config.threshold()));
    }

    private static double threshold(double asked) {
        return Double.isNaN(asked) ? THRESHOLD : Math.min(1, Math.max(0, asked));
    }

    /** The only place that the key may be sent to, whatever is asked for. */
    static String baseUrl(String asked) {
        try {
            URI url = new URI(asked.strip().replaceFirst("/+$", ""));
            boolean same = "https".equalsIgnoreCase(url.getScheme())
                    && "api.supermemory.ai".equalsIgnoreCase(url.getHost())
                    && url.getRawUserInfo() == null
                    && (url.getPort() == -1 || url.getPort() == 443)
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.getRawPath().isEmpty();
            return same
                    ? url.getScheme().toLowerCase(Locale.ROOT) + "://"
                            + url.getHost().toLowerCase(Locale.ROOT)
                    : BASE_URL;
        } catch (URISyntaxException e) {
            return BASE_URL;
        }
    }

    /** As people may see them. */
    SortedMap<String, String> view(boolean keyConfigured) {
        SortedMap<String, String> view = new TreeMap<>();
        view.put("enabled", String.valueOf(enabled));
        view.put("keyConfigured", String.valueOf(keyConfigured));
        view.put("baseUrl", baseUrl);
        view.put("containerTagTemplate", containers.template());
        view.put("includeProfileInPrompt", String.valueOf(profileInPrompt));
        view.put("mirrorMemoryWrites", String.valueOf(mirror));
        view.put("searchMode", mode);
        view.put("rerank", String.valueOf(rerank));
        view.put("threshold", String.valueOf(threshold));
        view.put(
                "customContainers",
                containers.custom().stream()
                        .map(custom -> custom.description().isEmpty()
                                ? custom.tag()
                                : custom.tag() + " | " + custom.description())
                        .collect(Collectors.joining(", ")));
        return view;
    }
}
