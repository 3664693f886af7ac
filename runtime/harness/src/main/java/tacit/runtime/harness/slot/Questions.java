package tacit.runtime.harness.slot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.harness.Decision;
import tacit.api.harness.DecisionLog;
import tacit.api.store.PageRequest;
import tacit.runtime.harness.routing.DeclaredRole;

/** Finds what a role can be asked to see whether it works. Thread-safe. */
public final class Questions {

    private static final Logger log = LoggerFactory.getLogger(Questions.class);
    private static final int RECORDED = 2;
    private static final int LOOKED_AT = 50;

    private final Supplier<@Nullable DecisionLog> decisions;
    private final Clock clock;
    private final ObjectMapper mapper = new ObjectMapper();

    public Questions(Supplier<@Nullable DecisionLog> decisions, Clock clock) {
        this.clock = clock;
        this.decisions = decisions;
    }

    /** Those that came with the interface of the role, then those that were asked of late. */
    public List<Question> of(DeclaredRole role) throws StepFailure {
        List<Question> questions = new ArrayList<>(shipped(role));
        questions.addAll(recorded(role));
        return questions;
    }

    /** Those that came with the interface of the role. */
    public List<Question> shipped(DeclaredRole role) throws StepFailure {
        String path = "tacit/probes/" + role.name() + ".json";
        ClassLoader loader = role.type().getClassLoader();
        try (InputStream content = loader == null ? null : loader.getResourceAsStream(path)) {
            return content == null ? List.of() : read(content, path);
        } catch (IOException e) {
            throw new StepFailure("its questions '" + path + "' cannot be read: " + Causes.words(e), e);
        }
    }

    private List<Question> read(InputStream content, String path) throws IOException, StepFailure {
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : mapper.readTree(content)) {
            JsonNode method = node.path("method");
            JsonNode inputs = node.path("inputs");
            if (!method.isTextual() || !inputs.isArray()) {
                throw new StepFailure("its questions '" + path + "' must each have a method and inputs");
            }
            questions.add(new Question(method.asText(), inputs.toString(), clock.instant(), 0, false, false));
        }
        return questions;
    }

    /**
     * What the provider asked others inside the call, or a secret that was masked, may be answered otherwise next time. Another
     * version may ask others where this one did not, and even change something there: so nobody else can be asked meanwhile.
     */
    private List<Question> recorded(DeclaredRole role) {
        DecisionLog log = decisions.get();
        if (log == null) {
            return List.of();
        }
        try {
            return log.list(role.name(), PageRequest.first(LOOKED_AT)).rows().stream()
                    .filter(decision -> decision.redactions() == 0)
                    .filter(decision -> decision.situation().inner().isEmpty())
                    .map(this::question)
                    .distinct()
                    .limit(RECORDED)
                    .toList();
        } catch (RuntimeException e) {
            Questions.log.warn("Cannot read the recorded questions of role '{}'", role.name(), e);
            return List.of();
        }
    }

    private Question question(Decision decision) {
        return new Question(
                decision.situation().method(),
                decision.situation().inputs(),
                decision.situation().clock(),
                decision.situation().seed(),
                true,
                Probe.thrown(mapper, decision.output()));
    }
}
