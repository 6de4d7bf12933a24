package bg.telenor.events;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** What the sources say of each type, so that descriptions are written once. */
final class SourceComments {

    private final Map<String, String> comments = new HashMap<>();

    SourceComments(Path... sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(javaFiles(sources));
            var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, units);
            var docs = DocTrees.instance(task);
            for (var unit : task.parse()) {
                collect(unit, docs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The comment's text without its tags, or nothing. */
    String of(Class<?> type) {
        return comments.getOrDefault(type.getCanonicalName(), "");
    }

    private void collect(CompilationUnitTree unit, DocTrees docs) {
        var scanner =
                new TreePathScanner<Void, String>() {
                    @Override
                    public Void visitClass(ClassTree type, String outer) {
                        var name = outer + "." + type.getSimpleName();
                        var comment = docs.getDocComment(getCurrentPath());
                        if (comment != null) {
                            comments.put(name, plain(comment));
                        }
                        return super.visitClass(type, name);
                    }
                };
        scanner.scan(unit, unit.getPackageName().toString());
    }

    private static String plain(String comment) {
        return comment.replaceAll("(?s)(^|\\n)\\s*@\\w.*", "")
                .replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<Path> javaFiles(Path... folders) throws IOException {
        var files = new java.util.ArrayList<Path>();
        for (var folder : folders) {
            try (var found = Files.walk(folder)) {
                found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }
}
