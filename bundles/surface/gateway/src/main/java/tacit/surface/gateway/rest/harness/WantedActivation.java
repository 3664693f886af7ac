package tacit.surface.gateway.rest.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.http.Call;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;

/** Reads what shall be activated. Pure functions. */
final class WantedActivation {

    private WantedActivation() {}

    static ActivationRequest of(Call call, Generations generations) {
        JsonNode body = Json.body(call);
        Fields fields = Fields.of(body, Set.of("bundles", "settings", "removed", "reason"));
        SortedMap<String, String> bundles = WantedChange.bundles(body);
        Optional<Generation> active = generations.active();
        SortedMap<String, SortedMap<String, String>> settings = active.map(now -> WantedChange.settingsOver(body, now))
                .orElseGet(() -> new TreeMap<>(WantedChange.settings(body)));
        Set<String> removed = body.hasNonNull("removed") ? Set.copyOf(fields.texts("removed", 100, 200)) : Set.of();
        if (bundles.isEmpty() && settings.isEmpty() && removed.isEmpty()) {
            throw new IllegalArgumentException("bundles, settings or removed must be given");
        }
        String reason =
                Optional.ofNullable(fields.optionalText("reason", 2_000)).orElse("asked for over HTTP");
        return new ActivationRequest(
                bundles, removed, settings, call.principal().name(), reason, null);
    }
}
