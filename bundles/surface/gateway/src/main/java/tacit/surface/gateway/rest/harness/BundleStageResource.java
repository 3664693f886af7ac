package tacit.surface.gateway.rest.harness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.generation.Candidate;
import tacit.api.generation.Staging;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Takes a jar, examines it as every other, and keeps it as a candidate; nothing of it runs by that. */
@Component
public final class BundleStageResource implements HttpResource {

    static final String STATEMENT = "X-Tacit-Statement";

    private static final long LARGEST = 64L << 20;
    private static final int LONGEST_STATEMENT = 100_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,180}\\.jar");
    private static final Set<String> TYPES = Set.of("application/java-archive", "application/octet-stream");

    private final Staging staging;

    @Activate
    public BundleStageResource(@Reference Staging staging) {
        this.staging = staging;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/bundles";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public long maxBodyBytes() {
        return LARGEST;
    }

    @Override
    public Reply handle(Call call) {
        HostOperator.require(call);
        String name = Query.known(call, "name").text("name");
        if (name == null || !NAME.matcher(name).matches()) {
            throw new HttpProblem(400, "name must be that of a jar, of letters, digits and . _ + -, as style-2.jar");
        }
        if (!TYPES.contains(call.contentType().orElse(""))) {
            throw new HttpProblem(415, "Content-Type must be application/java-archive");
        }
        if (call.body().length == 0) {
            throw new HttpProblem(400, "The body must be a jar, it is empty");
        }
        try (UploadedJar jar = UploadedJar.of(name, call.body(), statement(call))) {
            return answer(staging.stage(jar.file(), call.principal().name()));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private static Reply answer(Candidate candidate) {
        if (candidate.state() == Candidate.State.REFUSED) {
            throw new HttpProblem(
                    409, "The jar " + candidate.sha256() + " is refused: " + String.join("; ", candidate.problems()));
        }
        return Json.reply(201, HarnessViews.candidate(candidate));
    }

    private static @Nullable String statement(Call call) {
        String header = call.header(STATEMENT).orElse(null);
        if (header == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(header.strip());
            if (bytes.length > LONGEST_STATEMENT) {
                throw new IllegalArgumentException("It is longer than " + LONGEST_STATEMENT + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, STATEMENT + " must be a statement in Base64");
        }
    }
}
