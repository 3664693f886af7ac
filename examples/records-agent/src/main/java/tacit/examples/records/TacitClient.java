package tacit.examples.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks Tacit for context and sends it traces; an agent goes on without either. Confined to one thread.
 *
 * <p>What did not work is kept in {@link #complaints}.
 */
public final class TacitClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> complaints = new ArrayList<>();
    private final URI api;
    private final URI otlp;
    private final @Nullable String token;
    private final Assignment assignment;
    private final @Nullable String trial;

    /**
     * @param api the address of the API
     * @param otlp the address for OTLP exporters
     * @param token the agent's token; null when it has none
     * @param assignment for whom it works
     */
    public TacitClient(URI api, URI otlp, @Nullable String token, Assignment assignment) {
        this(api, otlp, token, assignment, null);
    }

    /** @param trial the trial whose candidate shall answer; null for what is in force */
    public TacitClient(URI api, URI otlp, @Nullable String token, Assignment assignment, @Nullable String trial) {
        this.trial = trial;
        this.api = api;
        this.otlp = otlp;
        this.token = token;
        this.assignment = assignment;
    }

    /** What Tacit knows for this task; nothing when it cannot be asked. */
    Context context(Task task, String session) throws InterruptedException {
        return context(task.question(), session);
    }

    /** As for a task, for what a user says. */
    public Context context(String text, String session) throws InterruptedException {
        ObjectNode question = mapper.createObjectNode()
                .put("task", text)
                .put("agent", TraceExport.AGENT)
                .put("sessionId", session)
                .put("audience", assignment.audience());
        if (assignment.workspace() != null) {
            question.put("workspaceId", assignment.workspace());
        }
        if (assignment.user() != null) {
            question.put("userId", assignment.user());
        }
        try {
            return context(mapper.readTree(post(api.resolve("/v1/context"), question.toString())));
        } catch (IOException e) {
            complaints.add("No context: " + e.getMessage());
            return Context.NONE;
        }
    }

    private static Context context(JsonNode envelope) {
        List<String> texts = new ArrayList<>();
        List<Context.Piece> pieces = new ArrayList<>();
        for (JsonNode block : envelope.path("blocks")) {
            String text = block.path("text").asText();
            texts.add(text);
            block.path("pieces").forEach(piece -> pieces.add(piece(text, piece)));
        }
        JsonNode generation = envelope.path("generation");
        JsonNode id = envelope.path("contextId");
        return new Context(
                id.isTextual() ? id.asText() : null,
                String.join("\n\n", texts),
                generation.isValueNode() && !generation.isNull() ? generation.asText() : null,
                pieces);
    }

    private static Context.Piece piece(String text, JsonNode piece) {
        List<String> memories = new ArrayList<>();
        piece.path("memories").forEach(id -> memories.add(id.asText()));
        int begin = Math.min(piece.path("begin").asInt(), text.length());
        int end = Math.max(begin, Math.min(piece.path("end").asInt(), text.length()));
        return new Context.Piece(
                text.substring(begin, end), piece.path("source").asText(), memories);
    }

    /** Whether nothing speaks against a call; nothing does when nobody can be asked. */
    public boolean allows(ObjectNode question) throws InterruptedException {
        try {
            JsonNode answer = mapper.readTree(post(api.resolve("/v1/decide"), question.toString()));
            return answer.path("effect").asText("allow").equals("allow");
        } catch (IOException e) {
            complaints.add("No decision: " + e.getMessage());
            return true;
        }
    }

    /** Sends one OTLP request; answers whether it was taken. */
    public boolean export(ObjectNode request) throws InterruptedException {
        try {
            post(otlp.resolve("/v1/traces"), request.toString());
            return true;
        } catch (IOException e) {
            complaints.add("No trace sent: " + e.getMessage());
            return false;
        }
    }

    /** What did not work so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private String post(URI address, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (trial != null) {
            request.header("X-Tacit-Trial", trial);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = sent(request.build());
        if (response.statusCode() == 401) {
            throw new IOException(address + " wants a token: give one by --token or TACIT_TOKEN");
        }
        if (response.statusCode() != 200) {
            throw new IOException(address + " answered with HTTP " + response.statusCode());
        }
        return response.body();
    }

    private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("Tacit is not there, at " + request.uri() + ": start it by ./tacit up", e);
        }
    }
}
