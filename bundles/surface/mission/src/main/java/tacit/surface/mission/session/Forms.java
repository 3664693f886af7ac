package tacit.surface.mission.session;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;

/** Reads forms, and turns away those that a page of somebody else sent. */
public final class Forms {

    /** The field with the session's {@link Session#formToken}. */
    public static final String TOKEN = "~token";

    private static final String TYPE = "application/x-www-form-urlencoded";

    private Forms() {}

    /**
     * The fields of a form that a page of this host sent.
     *
     * @throws HttpProblem with 403 when another origin sent it, 415 when it is none, 400 when it cannot be read
     */
    public static Map<String, List<String>> of(Call call) {
        if (!ownPage(call)) {
            throw new HttpProblem(403, "The form does not come from a page of this host");
        }
        if (!call.contentType().filter(TYPE::equals).isPresent()) {
            throw new HttpProblem(415, "A form is sent as " + TYPE);
        }
        return FormFields.parse(call.body());
    }

    /**
     * The fields of a form of this session.
     *
     * @throws HttpProblem with 403 also when the session's mark is missing or another's
     */
    public static Map<String, List<String>> of(Call call, Session session) {
        Map<String, List<String>> fields = of(call);
        List<String> given = fields.getOrDefault(TOKEN, List.of());
        if (given.size() != 1 || !Secrets.same(given.get(0), session.formToken())) {
            throw new HttpProblem(403, "The form is not of this session: load the page again and send it once more");
        }
        return fields;
    }

    /** Whether this came over TLS, to this host or to a proxy before it. */
    public static boolean secure(Call call) {
        return call.secure()
                || call.header("Origin")
                        .filter(origin -> origin.startsWith("https://"))
                        .isPresent();
    }

    /** Browsers say with every form where it comes from: by Origin, or at least that it is their own site's. */
    private static boolean ownPage(Call call) {
        Optional<String> site = call.header("Sec-Fetch-Site").map(value -> value.toLowerCase(Locale.ROOT));
        if (site.isPresent() && !site.get().equals("same-origin")) {
            return false;
        }
        Optional<String> origin = call.header("Origin");
        return origin.isPresent() ? isOf(call, origin.get()) : site.isPresent();
    }

    private static boolean isOf(Call call, String origin) {
        try {
            URI uri = URI.create(origin);
            String host = call.header("Host").orElse("").toLowerCase(Locale.ROOT);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web
                    && uri.getRawAuthority() != null
                    && uri.getRawAuthority().toLowerCase(Locale.ROOT).equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
