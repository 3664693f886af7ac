package tacit.pulse.triggers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Takes what is sent to a trigger: whoever signs with its secret needs no token. */
@Component
public final class TriggerResource implements HttpResource {

    private static final int MOST_BYTES = 262_144;

    private final Intake intake;

    @Activate
    public TriggerResource(@Reference Intake intake) {
        this.intake = intake;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/triggers/{id}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public long maxBodyBytes() {
        return MOST_BYTES;
    }

    @Override
    public Reply handle(Call call) {
        String id = call.pathParameters().getOrDefault("id", "");
        try {
            Reader.Result result = intake.take(id, header -> call.header(header).orElse(null), text(call.body()));
            return Reply.json(
                    result.repeated() ? 200 : 202,
                    Views.json(new TreeMap<>(Map.of("signals", result.told(), "repeated", result.repeated()))));
        } catch (Refused refusal) {
            throw new HttpProblem(status(refusal.why()), refusal.words());
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new HttpProblem(400, "The body must be UTF-8");
        }
    }

    private static int status(Refused.Why why) {
        return switch (why) {
            case UNKNOWN -> 404;
            case NOT_BELIEVED -> 403;
            case MALFORMED -> 400;
            case LATER -> 503;
        };
    }
}
