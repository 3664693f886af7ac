package tacit.pulse.mind.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Reads what a call asks for, within what its caller may see: the profiles of its workspace. */
final class Asked {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int USUAL = 50;

    private final Call call;

    Asked(Call call, Set<String> known) {
        this.call = call;
        if (!known.containsAll(call.query().keySet())) {
            throw new HttpProblem(
                    400,
                    "Known parameters are "
                            + String.join(", ", known.stream().sorted().toList()));
        }
    }

    /** The profile that is named, which must be one of the caller's workspace. */
    AutomationProfile profile(AutomationProfiles profiles) {
        String id = call.parameter("profile").orElseThrow(() -> new HttpProblem(400, "profile must be given"));
        return visible(call, profiles, id);
    }

    /** Profiles belong to a workspace, so a token of one user sees none. */
    static AutomationProfile visible(Call call, AutomationProfiles profiles, String id) {
        Scope scope = call.principal().scope();
        if (scope.userId() != null) {
            throw new HttpProblem(403, "This concerns a whole workspace: it needs a token without a user");
        }
        return profiles.find(id)
                .filter(profile -> profile.workspaceId().equals(scope.workspaceId()))
                .orElseThrow(() -> new HttpProblem(404, "There is no profile of this id"));
    }

    PageRequest page() {
        return new PageRequest(whole("offset", 0, Long.MAX_VALUE), (int) whole("limit", USUAL, PageRequest.MAX_LIMIT));
    }

    private long whole(String name, long usual, long most) {
        String value = call.parameter(name).orElse(String.valueOf(usual));
        if (!value.matches("\\d{1,15}")
                || Long.parseLong(value) > most
                || (most < Long.MAX_VALUE && value.equals("0"))) {
            throw new HttpProblem(400, name + " must be a whole number, at most " + most);
        }
        return Long.parseLong(value);
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String word = call.parameter(name).orElse("");
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(400, name + " is not known"));
    }

    @Nullable
    String text(String name) {
        return call.parameter(name).orElse(null);
    }

    /** A text of the body; empty where it is not there. */
    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            throw new HttpProblem(400, name + " must be a text");
        }
        return value.asText("").strip();
    }

    /** The body's fields, none for an empty one; others than the known are refused. */
    static JsonNode body(Call call, Set<String> known) {
        try {
            JsonNode node = call.body().length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(call.body());
            if (!node.isObject()) {
                throw new HttpProblem(400, "The body must be a JSON object");
            }
            node.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    throw new HttpProblem(
                            400,
                            "Known fields are "
                                    + String.join(", ", known.stream().sorted().toList()));
                }
            });
            return node;
        } catch (IOException e) {
            throw new HttpProblem(400, "The body is not valid JSON");
        }
    }
}
