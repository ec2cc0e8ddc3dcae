"""The sample job description in English."""

from __future__ import annotations

from orgspec.document import (
    Document,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Run,
    Section,
    Signature,
    inline,
)
from tests.render.samples.chart import small_chart
from tests.render.samples.job_tables import Duty, duties, kpis, revisions
from tests.render.samples.words import PAGE_LABELS, strong

DUTY_COLUMNS_EN = ("No.", "Duty / share", "Tasks", "Deliverables", "Standard")

DUTIES_EN: tuple[Duty, ...] = (
    (
        "Market research",
        "Share 20%",
        (
            "Collects market data, watches competitors and trends, names target customers.",
            "Finds leads at fairs, on B2B platforms and in social media; keeps the list of leads.",
        ),
        "Market report; list of leads",
        "≥ 10 valid leads a month",
    ),
    (
        "Sales planning",
        "Share 20%",
        (
            "Draws up the monthly and quarterly sales plan and breaks it down.",
            "Follows progress; proposes a remedy within 2 working days where it is off by 10%.",
        ),
        "Sales plan; progress report",
        "≥ 90% of the quarter's target",
    ),
    (
        "Customer relations",
        "Share 20%",
        (
            "Answers enquiries within 24 hours with advice and a solution.",
            "Visits key customers at least 3 times a month, handles complaints to their end.",
        ),
        "Visit reports; survey",
        "Satisfaction ≥ 85%",
    ),
    (
        "Contracts",
        "Share 15%",
        (
            "Drafts contracts; checks payment (T/T, L/C), trade terms (FOB, CIF) and delivery.",
            "Has them countersigned by legal and finance, records changes.",
        ),
        "Contracts; record of changes",
        "100% compliant; signed within 3 working days",
    ),
    (
        "Coordination",
        "Share 10%",
        (
            "Calls meetings of production, quality, documents and logistics.",
            "Settles shortages of resources; escalates what stays unsolved.",
        ),
        "Minutes; record of resources",
        "≥ 95% settled on time",
    ),
    (
        "Quotations",
        "Share 10%",
        ("Costs each quotation with finance; a margin below 12% needs approval.",),
        "Quotations; notes",
        "Sent within 24 hours",
    ),
    (
        "Sales analysis",
        "Share 5%",
        ("Reports by the 5th of each month and proposes improvements.",),
        "Sales analysis",
        "100% on time",
    ),
)


def job_description_en() -> Document:
    """The job description of a foreign trade representative, in English."""
    return Document(
        title="Job Description",
        locale="en",
        organisation="Harbour Trading Ltd",
        subject="Foreign Trade Representative",
        running="GW-WM-003 V2.1",
        footer=("Effective 2025-10-01", "Internal · do not pass on"),
        labels=PAGE_LABELS["en"],
        blocks=(
            Section("Identification", (_facts_en(),), "1"),
            Section(
                "Purpose",
                (
                    Paragraph(
                        inline(
                            "Wins and keeps customers in the target markets overseas, from "
                            "enquiry, quotation and contract through the order to the receipt "
                            "of payment, and meets the department's goals for sales and margin "
                            "within the rules of compliance and risk."
                        )
                    ),
                ),
                "2",
            ),
            Section("Duties and standards", (duties(DUTIES_EN, DUTY_COLUMNS_EN),), "3"),
            Section(
                "Authority",
                (
                    Facts(
                        (
                            (
                                "Credit",
                                inline(
                                    "May release goods up to a credit of USD 50,000; above it "
                                    "the head of foreign trade decides."
                                ),
                            ),
                            ("Prices", inline("Decides quotations within ±3% of the price list.")),
                            ("Escalation", inline("Calls meetings across departments on delays.")),
                        ),
                        across=1,
                    ),
                ),
                "4",
            ),
            Section(
                "Place in the organisation",
                (Figure(small_chart("en"), "Figure 1: superiors and subordinates of the post"),),
                "5",
            ),
            Section("Key performance indicators", (kpis("en"),), "6"),
            Section(
                "Qualifications",
                (
                    Heading("Required", 2),
                    Listing(
                        (
                            inline("A college degree in international trade or business English;"),
                            (
                                Run("English at "),
                                Run("CET-6", Emphasis.STRONG),
                                Run(" or better, for letters to customers "),
                                Run("(further languages are welcome)", Emphasis.MUTED),
                                Run(";"),
                            ),
                            inline("2 years in foreign trade, at home with L/C and T/T payment."),
                        )
                    ),
                    Heading("Career", 2),
                    Listing(
                        (
                            inline("Foreign trade representative (P4)"),
                            inline("Senior foreign trade representative (P5)"),
                            inline("Overseas market supervisor (M1)"),
                        ),
                        ordered=True,
                    ),
                ),
                "7",
            ),
            Section(
                "Approval and signatures",
                (
                    Paragraph(
                        inline("I have read and understood this job description and accept it.")
                    ),
                    Signature(("Holder", "Superior", "Human Resources"), "Signature", "Date"),
                ),
                "8",
            ),
            Section("Revisions", (revisions("en"),), "9"),
        ),
    )


def _facts_en() -> Facts:
    """The identification of the post, in English."""
    return Facts(
        (
            ("Post", strong("Foreign Trade Representative")),
            ("Number", inline("GW-WM-003")),
            ("Department", inline("Foreign trade · market development")),
            ("Grade", inline("P4")),
            ("Reports to", inline("Overseas market supervisor")),
            ("Subordinates", inline("—")),
            ("Headcount", inline("3 (2 filled, 1 vacant)")),
            ("Place of work", inline("Head office, about 20% travel")),
            (
                "Working time",
                inline("Regular hours, 8 hours a day; shifts from September to November."),
            ),
        ),
        wide=frozenset({"Working time"}),
    )
