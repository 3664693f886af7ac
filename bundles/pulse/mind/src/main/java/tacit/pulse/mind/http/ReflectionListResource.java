package tacit.pulse.mind.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionRun;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Shows what a profile reflects about: its targets, runs, backlog, notices, and its brain. */
@Component
public final class ReflectionListResource implements HttpResource {

    private final ReflectionDesk desk;
    private final AutomationProfiles profiles;

    @Activate
    public ReflectionListResource(@Reference ReflectionDesk desk, @Reference AutomationProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/reflection/{part}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Asked asked = new Asked(call, Set.of("profile", "target", "state", "limit", "offset"));
        String profile = asked.profile(profiles).id();
        Object answer =
                switch (String.valueOf(call.pathParameters().get("part"))) {
                    case "targets" -> Views.page(part(desk.targets(profile), asked.page()), Views::target);
                    case "runs" ->
                        Views.page(
                                desk.runs(
                                        profile,
                                        asked.text("target"),
                                        asked.choice("state", ReflectionRun.Stage.class),
                                        asked.page()),
                                Views::run);
                    case "backlog" ->
                        Views.page(
                                desk.backlog(
                                        profile, asked.choice("state", ReflectionBacklog.State.class), asked.page()),
                                Views::point);
                    case "notices" ->
                        Views.page(
                                desk.notices(
                                        profile, asked.choice("state", ReflectionNotice.State.class), asked.page()),
                                Views::notice);
                    case "brain" -> Views.brain(desk.brain(profile));
                    default -> throw new HttpProblem(404, "There is no such part of reflection");
                };
        return Views.reply(200, answer);
    }

    private static <T> Page<T> part(List<T> all, PageRequest page) {
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), all.size());
    }
}
