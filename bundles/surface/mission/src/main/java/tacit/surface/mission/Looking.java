package tacit.surface.mission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;

/** What somebody wants to see or to do, as panels are told. Immutable. */
record Looking(Principal principal, List<String> path, Map<String, List<String>> fields, Instant now) implements View {

    @Override
    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    @Override
    public List<String> parameters(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    @Override
    public long offset() {
        String text = parameter("offset").orElse("0");
        if (!text.matches("\\d{1,12}")) {
            throw new HttpProblem(400, "offset must be a whole number");
        }
        return Long.parseLong(text);
    }
}
