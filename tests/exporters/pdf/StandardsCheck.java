import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks PDF files with the veraPDF engine, many in one start of Java.
 *
 * <p>The engine is a small build without the reader of its own rules, so the rules (XML files beside
 * it) are read here and handed over. Prints one line for each rule a file breaks, parts separated by
 * tabs: file, standard, rule, message; then how many checks were made.
 */
public class StandardsCheck {
  private static final Map<String, String> STANDARDS =
      Map.of("PDFUA_1", "PDFUA-1", "PDFA_2_A", "PDFA-2A");
  private static final String FOLDER = "/org/verapdf/pdfa/validation/";

  public static void main(String[] files) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Map<PDFAFlavour, ValidationProfile> profiles = new LinkedHashMap<>();
    for (String name : new TreeMap<>(STANDARDS).keySet()) {
      PDFAFlavour flavour = PDFAFlavour.valueOf(name);
      profiles.put(flavour, profile(flavour));
    }
    int checks = 0;
    for (String file : files) {
      for (PDFAFlavour flavour : profiles.keySet()) {
        check(file, flavour, profiles.get(flavour));
        checks++;
      }
    }
    System.out.println("checks\t" + checks);
  }

  private static void check(String file, PDFAFlavour flavour, ValidationProfile profile) {
    try (var parser =
            Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
        var validator = Foundries.defaultInstance().createValidator(profile, false)) {
      for (var broken : brokenRules(validator.validate(parser)).entrySet()) {
        print(file, flavour, broken.getKey(), broken.getValue());
      }
    } catch (Throwable error) {
      print(file, flavour, "unreadable", error.toString());
    }
  }

  private static Map<String, String> brokenRules(ValidationResult result) {
    Map<String, String> broken = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        RuleId rule = assertion.getRuleId();
        broken.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), assertion.getMessage());
      }
    }
    return broken;
  }

  private static void print(String file, PDFAFlavour flavour, String rule, String message) {
    String line = message == null ? "" : message.replaceAll("\\s+", " ");
    System.out.println(String.join("\t", file, STANDARDS.get(flavour.name()), rule, line));
  }

  private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
    Element root = rules(STANDARDS.get(flavour.name()) + ".xml");
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : all(root, "rule")) {
      rules.add(rule(rule));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element variable : all(root, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              variable.getAttribute("name"),
              variable.getAttribute("object"),
              text(variable, "defaultValue"),
              text(variable, "value")));
    }
    var details = Profiles.profileDetailsFromValues(flavour.name(), "", "", new Date(0));
    return Profiles.profileFromValues(flavour, details, "", rules, variables);
  }

  private static Element rules(String name) throws Exception {
    try (InputStream stream = Profiles.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new FileNotFoundException(FOLDER + name);
      }
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(stream).getDocumentElement();
    }
  }

  private static Rule rule(Element rule) {
    Element id = all(rule, "id").get(0);
    RuleId ruleId =
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber")));
    return Profiles.ruleFromValues(
        ruleId,
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        error(all(rule, "error").get(0)),
        Collections.emptyList());
  }

  private static ErrorDetails error(Element error) {
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element argument : all(error, "argument")) {
      String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
      arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent().trim(), name, null));
    }
    return Profiles.errorFromValues(text(error, "message"), arguments);
  }

  private static List<Element> all(Element parent, String name) {
    NodeList found = parent.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    List<Element> found = all(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
  }
}
