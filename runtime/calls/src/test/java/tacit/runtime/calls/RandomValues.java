package tacit.runtime.calls;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.BriefingRequest;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleSetting;
import tacit.api.channel.Signing;
import tacit.api.store.Scope;

/** Makes values of any declared type of the API, odd ones among them: what a constructor refuses is drawn again. */
final class RandomValues {

    private static final String LETTERS = "abc \"\\\n\t\u0000\u007f/<é漢\ud83d\ude00\ud800\udc00$";

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    Object of(Type type) {
        return of(type, Map.of());
    }

    private Object of(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, bound);
        }
        if (type instanceof TypeVariable<?> variable) {
            return of(bound.get(variable), bound);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain, bound);
        }
        return plain.isEnum() ? oneOf(plain.getEnumConstants()) : scalar(plain);
    }

    private Object ofGeneric(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == List.class || raw == Collection.class) {
            return several(() -> of(arguments[0], bound));
        }
        if (raw == Set.class) {
            return new LinkedHashSet<>(several(() -> of(arguments[0], bound)));
        }
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(of(arguments[0], bound));
        }
        if (raw == Map.class || raw == SortedMap.class) {
            Map<Object, Object> map = raw == Map.class ? new LinkedHashMap<>() : new TreeMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                map.put(of(arguments[0], bound), of(arguments[1], bound));
            }
            return map;
        }
        Map<TypeVariable<?>, Type> inner = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            inner.put(raw.getTypeParameters()[i], arguments[i]);
        }
        return record(raw, inner);
    }

    private Object scalar(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (type == Object.class) {
            return attribute(2);
        }
        if (type == int.class || type == Integer.class) {
            return random.nextBoolean() ? random.nextInt(1, 100) : random.nextInt();
        }
        if (type == long.class || type == Long.class) {
            return number();
        }
        if (type == double.class || type == Double.class) {
            return real();
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(
                    random.nextLong(-9_000_000_000L, 90_000_000_000L), random.nextInt(1_000_000_000));
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(random.nextLong(-99_999, 99_999), random.nextInt(1_000_000_000));
        }
        throw new IllegalArgumentException("No values of " + type.getName());
    }

    private String text() {
        if (random.nextInt(6) == 0) {
            return (String) oneOf("user", "tool", "a word");
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private long number() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> Long.MIN_VALUE;
            case 2 -> Long.MAX_VALUE;
            default -> random.nextLong(0, 1_000);
        };
    }

    private double real() {
        return switch (random.nextInt(6)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> (Double) oneOf(-0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE);
            case 2 -> random.nextInt(100);
            default -> random.nextDouble();
        };
    }

    private Object attribute(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> text();
            case 1 -> random.nextBoolean();
            case 2 -> number();
            case 3 -> real();
            case 4 -> several(() -> attribute(depth - 1));
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                several(() -> map.put(random.nextInt(4) == 0 ? "$number" : text(), attribute(depth - 1)));
                yield map;
            }
        };
    }

    private List<@Nullable Object> several(Supplier<@Nullable Object> source) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(source.get());
        }
        return values;
    }

    private Object oneOf(Object... values) {
        return values[random.nextInt(values.length)];
    }

    /** A record whose parts must fit together, which chance would hardly ever hit; null for any other. */
    private @Nullable Object fitting(Class<?> type) {
        if (type == StyleSetting.class) {
            StyleDimension dimension = (StyleDimension) oneOf((Object[]) StyleDimension.values());
            return new StyleSetting(dimension, (String) oneOf(dimension.levels().toArray()));
        }
        if (type == BriefingRequest.class) {
            @Nullable Object evolution = random.nextBoolean() ? null : record(EvolutionSnapshot.class, Map.of());
            Scope scope = (Scope) record(Scope.class, Map.of());
            return new BriefingRequest(
                    scope, "2026-03-01", (EvolutionSnapshot) evolution, new TreeMap<>(Map.of(text(), number())));
        }
        if (type == Signing.class) {
            return oneOf(
                    new Signing("HmacSHA256", Signing.Encoding.HEX, "x-signature", "", null, null, Signing.BODY),
                    new Signing(
                            "HmacSHA512",
                            Signing.Encoding.BASE64,
                            "signature",
                            text(),
                            "id",
                            "at",
                            Signing.ID + Signing.TIMESTAMP + Signing.BODY));
        }
        return null;
    }

    private Object record(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        Object core = new CoreValues(this, random).fitting(type);
        Object fitting = core == null ? fitting(type) : core;
        if (fitting != null) {
            return fitting;
        }
        RecordComponent[] components = type.getRecordComponents();
        for (int attempt = 0; attempt < 1_000; attempt++) {
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int i = 0; i < values.length; i++) {
                boolean none =
                        components[i].getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextInt(4) == 0;
                values[i] = none ? null : of(components[i].getGenericType(), bound);
            }
            Optional<Object> made = made(type, values);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new IllegalStateException("No " + type.getName() + " after 1,000 draws");
    }

    private static Optional<Object> made(Class<?> type, @Nullable Object[] values) {
        try {
            return Optional.of(constructor(type).newInstance(values));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        return type.getConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
    }
}
