package tacit.runtime.cellagent;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import tacit.api.harness.Calls;
import tacit.api.harness.Situation;
import tacit.api.learn.FailureTemplates;

/** Answers the requests of the host: load a candidate, ask it a case. Confined to the main thread of the cell. */
@Component(service = Function.class, property = "tacit.entry=cell")
public final class CellAgent implements Function<byte[], byte[]> {

    private final Calls calls;
    private final Situations situations;
    private final StandIns standIns;
    private final Loading loading;
    private final Map<String, Asked> asked = new HashMap<>();
    private int longestAnswer;

    @Activate
    public CellAgent(
            BundleContext context,
            @Reference Calls calls,
            @Reference ConfigurationAdmin configurations,
            @Reference ServiceComponentRuntime components) {
        this.calls = calls;
        this.situations = new Situations(calls);
        this.standIns = new StandIns(context, situations);
        this.loading = new Loading(context, configurations, new Diagnosis(components));
        warm();
    }

    /** A first call costs ten times the next: it is made while nobody waits. */
    private void warm() {
        FailureTemplates echo = (message, input) -> message;
        calls.ask(echo, FailureTemplates.class, "template(String,String)", "[\"\",null]");
    }

    @Override
    public byte[] apply(byte[] body) {
        Request request = new Request(body);
        try {
            return request.kind() == Request.LOAD ? load(request.candidate()) : ask(request.situation());
        } catch (IOException broken) {
            throw new IllegalStateException("Cannot read the request: " + broken.getMessage(), broken);
        }
    }

    private byte[] load(Candidate candidate) {
        longestAnswer = candidate.longestAnswer();
        try {
            standIns.publish(candidate.roles(), candidate.targets());
            Bundle bundle = loading.start(candidate);
            for (String role : candidate.roles()) {
                Class<?> type = standIns.type(role)
                        .orElseThrow(() -> new Refusal("the role '" + role + "' has no interface that could be asked"));
                asked.put(role, new Asked(loading.provider(bundle, role, type), type));
            }
            return Response.loaded();
        } catch (Refusal refused) {
            return Response.failed(String.valueOf(refused.getMessage()));
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            return Response.failed("it did not start: " + Causes.words(failure));
        }
    }

    private byte[] ask(Situation situation) {
        Asked provider = asked.get(situation.role());
        if (provider == null) {
            throw new IllegalStateException("Cannot ask role '" + situation.role() + "': it was not loaded");
        }
        situations.begin(situation);
        long begun = System.nanoTime();
        try {
            String output = calls.ask(provider.service(), provider.type(), situation.method(), situation.inputs());
            return response(System.nanoTime() - begun, output);
        } catch (IllegalStateException notRecorded) {
            return Response.unanswerable(System.nanoTime() - begun, String.valueOf(notRecorded.getMessage()));
        } catch (RuntimeException | Error thrown) {
            return Response.threw(System.nanoTime() - begun, Causes.words(thrown));
        }
    }

    private byte[] response(long nanos, String output) {
        String notHeld = situations.notHeld();
        if (notHeld != null) {
            return Response.unanswerable(nanos, "it asked " + notHeld + ", which the situation does not hold");
        }
        if (Thrown.is(output)) {
            return Response.threw(nanos, Thrown.text(output));
        }
        return output.length() > longestAnswer
                ? Response.threw(nanos, "it answered more than " + longestAnswer + " characters")
                : Response.answered(nanos, output);
    }

    private record Asked(Object service, Class<?> type) {}
}
