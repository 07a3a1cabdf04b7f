package jp.mimamori.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.drools.PlainJavaFloor;
import jp.mimamori.decision.table.RiskSpace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * {@code ./bench decide}: decisions by the engine and by plain Java, on one thread. Warm on a long stream of findings; and the
 * first pass of a new engine over states it has never seen.
 */
public class DecideBenchmark {

    static final int STREAM = 1_000_000;
    static final int CHUNK = 1_000;
    static final int DISTINCT = 50_000;
    /** One case for every state of the risk inputs. */
    static final int EVERY = RiskSpace.STATES;

    /** The stream, and where in it the next chunk begins. */
    @State(Scope.Thread)
    public static class Stream {

        private List<Facts> findings = List.of();
        private int at;

        @Setup
        public void fill() {
            findings = FindingStream.of(STREAM);
        }

        List<Facts> chunk() {
            int from = at;
            at = (at + CHUNK) % STREAM;
            return findings.subList(from, from + CHUNK);
        }
    }

    /** One engine that goes on and on, and has seen the whole stream once already. */
    @State(Scope.Thread)
    public static class Warm {

        private final DroolsEngine engine = SampleRun.engine();

        @Setup
        public void visit(Stream stream) {
            for (int from = 0; from < STREAM; from += CHUNK) {
                engine.decide(stream.chunk());
            }
        }
    }

    /** A new engine each time, which knows no answer yet, before the same states. */
    @State(Scope.Thread)
    public static class Fresh {

        private DroolsEngine engine = SampleRun.engine();
        private List<Facts> states = List.of();

        @Setup
        public void fill() {
            states = FindingStream.distinct(DISTINCT);
        }

        @Setup(Level.Invocation)
        public void renew() {
            engine = SampleRun.engine();
        }
    }

    /** The same before every state of the risk inputs. */
    @State(Scope.Thread)
    public static class FreshOfEvery {

        private DroolsEngine engine = SampleRun.engine();
        private List<Facts> states = List.of();

        @Setup
        public void fill() {
            states = FindingStream.every();
        }

        @Setup(Level.Invocation)
        public void renew() {
            engine = SampleRun.engine();
        }
    }

    /** Full decisions: claims, reasons in both languages, controls, dates. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(CHUNK)
    public List<Decision> engine(Stream stream, Warm warm) {
        return warm.engine.decide(stream.chunk());
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(CHUNK)
    public void floor(Stream stream, Blackhole hole) {
        for (Facts facts : stream.chunk()) {
            hole.consume(PlainJavaFloor.decide(facts));
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(DISTINCT)
    public void firstPass(Fresh fresh, Blackhole hole) {
        for (int from = 0; from < DISTINCT; from += CHUNK) {
            hole.consume(fresh.engine.decide(fresh.states.subList(from, from + CHUNK)));
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public void everyState(FreshOfEvery fresh, Blackhole hole) {
        for (int from = 0; from < EVERY; from += CHUNK) {
            hole.consume(fresh.engine.decide(fresh.states.subList(from, from + CHUNK)));
        }
    }

    /** {@code --quick}: a short run, to see that all works. */
    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        boolean quick = Arrays.asList(args).contains("--quick");
        List<Facts> stream = FindingStream.of(STREAM);
        System.out.println(Markdown.number("%,d findings of %,d different states, %,d at a time; first pass over %,d other states",
                STREAM, FindingStream.states(stream), CHUNK, DISTINCT));
        Collection<RunResult> warm = run(base("engine", "floor").forks(quick ? 1 : 2).warmupIterations(quick ? 1 : 3)
                .measurementIterations(quick ? 1 : 3));
        double engine = nanoseconds(warm, "engine");
        double floor = nanoseconds(warm, "floor");
        double first = nanoseconds(run(base("firstPass").forks(1).warmupIterations(quick ? 1 : 3)
                .measurementIterations(quick ? 1 : 3)), "firstPass");
        double cold = nanoseconds(run(base("firstPass").forks(quick ? 1 : 2).warmupIterations(0).measurementIterations(1)),
                "firstPass");
        double every = nanoseconds(run(base("everyState").forks(1).warmupIterations(quick ? 1 : 2)
                .measurementIterations(quick ? 1 : 3)), "everyState") / EVERY;
        double everyCold = nanoseconds(run(base("everyState").forks(quick ? 1 : 2).warmupIterations(0).measurementIterations(1)),
                "everyState") / EVERY;
        Markdown.header("what", "ns each", "a second", "× floor", "limit");
        row("floor: plain Java, answer only, no explanation", floor, floor, "");
        row("`DroolsEngine.decide`, warm, full decisions with explanation", engine, floor, "≤ 3 × floor");
        row("first pass of a new engine over all 1,620,000 states of the risk inputs, JVM cold as well", everyCold, floor,
                "≥ 500,000 states/s");
        row("the same, JVM warm", every, floor, "");
        row("first pass of a new engine over 50,000 states, JVM warm", first, floor, "");
        row("the same, JVM cold as well", cold, floor, "");
        DecideLinesBenchmark.run(STREAM, quick ? 1 : 3);
    }

    private static void row(String what, double nanoseconds, double floor, String limit) {
        Markdown.row(what, Markdown.number("%,.0f", nanoseconds), Markdown.number("%,.0f", 1e9 / nanoseconds),
                Markdown.number("%.2f", nanoseconds / floor), limit);
    }

    private static ChainedOptionsBuilder base(String... methods) {
        ChainedOptionsBuilder options = new OptionsBuilder().threads(1).warmupTime(TimeValue.seconds(2))
                .measurementTime(TimeValue.seconds(2)).shouldFailOnError(true).jvmArgs("-XX:+UseSerialGC", "-Xmx1500m");
        for (String method : methods) {
            options.include("\\." + DecideBenchmark.class.getSimpleName() + "\\." + method + "$");
        }
        return options;
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }

    private static double nanoseconds(Collection<RunResult> results, String method) {
        return results.stream().filter(result -> result.getParams().getBenchmark().endsWith("." + method)).findAny()
                .orElseThrow().getPrimaryResult().getScore();
    }
}
