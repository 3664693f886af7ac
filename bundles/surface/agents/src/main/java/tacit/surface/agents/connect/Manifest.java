package tacit.surface.agents.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What we did to connect an agent: enough to undo it. Immutable.
 *
 * @param agent its name
 * @param token the name of its token; null before there is one
 * @param userId whose agent it is
 * @param places the files that we wrote to
 */
record Manifest(String agent, @Nullable String token, String userId, List<Place> places) {

    Manifest {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(userId, "userId");
        places = List.copyOf(places);
    }

    Optional<Place> place(String path) {
        return places.stream().filter(place -> place.path().equals(path)).findFirst();
    }

    Manifest with(Place place) {
        List<Place> all = new ArrayList<>(without(place.path()).places());
        all.add(place);
        return new Manifest(agent, token, userId, all);
    }

    Manifest without(String path) {
        return new Manifest(
                agent,
                token,
                userId,
                places.stream().filter(place -> !place.path().equals(path)).toList());
    }

    Manifest owned(String tokenName, String user) {
        return new Manifest(agent, tokenName, user, places);
    }
}
