package tacit.surface.shell.attached;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.shell.LineRule;

/** Tells a terminal which words could stand at the end of the begin of a line. */
@Component
public final class CompletionsResource implements HttpResource {

    private static final int LONGEST_LINE = 4_000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final BundleContext context;
    private final Completions completions;

    @Activate
    public CompletionsResource(BundleContext context, @Reference LiveIds ids) {
        this.context = context;
        this.completions = new Completions(this::commands, ids::of);
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/shell/completions";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        WholeHost.require(call);
        if (call.query().keySet().stream().anyMatch(name -> !name.equals("line"))) {
            throw new HttpProblem(400, "Known parameters are line");
        }
        String line = call.parameter("line").orElseThrow(() -> new HttpProblem(400, "line must be given"));
        if (line.length() > LONGEST_LINE) {
            throw new HttpProblem(400, "line must have at most " + LONGEST_LINE + " characters");
        }
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode words = answer.putArray("words");
        completions.of(line).forEach(words::add);
        return Reply.json(200, answer.toString());
    }

    /** Only commands that may be run are looked up, so the name is no filter of its own. */
    private Optional<Object> commands(String name) {
        if (!LineRule.names().contains(name) || name.contains(":")) {
            return Optional.empty();
        }
        try {
            ServiceReference<?>[] found = context.getServiceReferences(
                    (String) null, "(&(osgi.command.scope=tacit)(osgi.command.function=" + name + "))");
            return found == null ? Optional.empty() : Optional.ofNullable(context.getService(found[0]));
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
