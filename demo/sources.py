"""The works the demo cites; ``docs/demo-sources.md`` says which record was seen, and where."""

NICE_BACK = (
    "National Institute for Health and Care Excellence. Low back pain and sciatica in over 16s: "
    "assessment and management. NICE guideline NG59. Published 30 November 2016, last updated "
    "11 December 2020."
)
COCHRANE_EPLEY = (
    "Hilton MP, Pinder DK. The Epley (canalith repositioning) manoeuvre for benign paroxysmal "
    "positional vertigo. Cochrane Database of Systematic Reviews 2014, Issue 12. Art. No.: "
    "CD003162. doi: 10.1002/14651858.CD003162.pub3."
)
COCHRANE_KNEE = (
    "Fransen M, McConnell S, Harmer AR, Van der Esch M, Simic M, Bennell KL. Exercise for "
    "osteoarthritis of the knee. Cochrane Database of Systematic Reviews 2015, Issue 1. Art. No.: "
    "CD004376. doi: 10.1002/14651858.CD004376.pub3."
)

COCHRANE_BACK = (
    "Exercise therapy for chronic low back pain. Cochrane Database of Systematic Reviews. "
    "Art. No.: CD009790. doi: 10.1002/14651858.CD009790.pub2. PMCID: PMC8477273."
)
COCHRANE_CARPAL = (
    "Surgical versus non-surgical treatment for carpal tunnel syndrome. Cochrane Database of "
    "Systematic Reviews. Art. No.: CD001552. doi: 10.1002/14651858.CD001552.pub3. "
    "PMCID: PMC10772978."
)
COCHRANE_PARACETAMOL = (
    "Paracetamol (acetaminophen) for acute treatment of episodic tension-type headache in adults. "
    "Cochrane Database of Systematic Reviews. Art. No.: CD011889. "
    "doi: 10.1002/14651858.CD011889.pub2. PMCID: PMC6457822."
)
ELBOW_TRIAL = (
    "Coombes BK, Bisset L, Brooks P, Khan A, Vicenzino B. Effect of corticosteroid injection, "
    "physiotherapy, or both on clinical outcomes in patients with unilateral lateral "
    "epicondylalgia: a randomized controlled trial. JAMA. 2013 Feb 6;309(5):461-9. "
    "doi: 10.1001/jama.2013.129. PMID: 23385272."
)
HEEL_REVIEW = (
    "Whittaker GA, Munteanu SE, Menz HB, Bonanno DR, Gerrard JM, Landorf KB. Corticosteroid "
    "injection for plantar heel pain: a systematic review and meta-analysis. BMC Musculoskelet "
    "Disord. 2019 Aug 17;20:378. doi: 10.1186/s12891-019-2749-z. PMID: 31421688."
)
SHOULDER_TRIAL = (
    "Rangan A, Brealey S, Keding A, et al. Management of adults with primary frozen shoulder in "
    "secondary care (UK FROST): a multicentre, pragmatic, three-arm, superiority randomised "
    "clinical trial. Lancet. doi: 10.1016/S0140-6736(20)31965-6. PMID: 33010843."
)

# Fourteen lines as a clinic pasted them below an article, in six styles; all are real works.
# The demo shows how such a list is kept exactly as pasted; it does not rest advice on them.
PASTED = (
    "Brieg A. Adverse Mechanical Tension in the Central Nervous System. Almqvist and Wiksell. 1974",
    "Chan CK, Lee HY, Choi WC, Cho JY, Lee SH. Cervical cord compression presenting with "
    "sciatica-like leg pain. Eur Spine J. 2011 Jul;20 Suppl 2:S217-21. "
    "doi: 10.1007/s00586-010-1585-5. Epub 2010 Oct 13.",
    "Charlton K. Commentary: does chronic axial non-disease musculoskeletal pain exist outside the "
    "neuraxis? Speculations of a privately practicing chiropractic clinician. Chiropr J Austr. "
    "2011;41:1:18-22.",
    "Cramer GD, Fournier J, Henderson C. Degenerative changes of the articular processes following "
    "spinal fixation. J Chiro Educ 2002;1:7-8.",
    "Cramer GD, Henderson CN, Little JW, Daley C, Grieve TJ. Zygapophyseal joint adhesions after "
    "induced hypomobility. J Manipulative Physiol Ther 2010;33(7):508-18.",
    "Cramer GD, Fournier JT, Henderson CN, Wolcott CC. Degenerative changes following spinal "
    "fixation in a small animal model. J Manipulative Physiol Ther 2004;27(3):141-54.",
    "Herman CA. Resolution of Low Back Pain in an 8-year-old Following Blair Upper Cervical "
    "Chiropractic Care: A Case Report. Journal of Upper Cervical Chiropractic Research; "
    "Jul 2016:24-30.",
    "Ito T, Homma T, Uchiyama S. Sciatica caused by cervical and thoracic spinal cord compression. "
    "Spine (Phila Pa 1976). 1999 Jun 15;24(12):1265-7.",
    "Low Back Pain Fact Sheet. National Institute of Neurological Disorders and Stroke. "
    "Accessed 7 Jan 2020.",
    "McGowan JR, Suiter L. Cost-Efficiency and Effectiveness of Including Doctors of Chiropractic "
    "to Offer Treatment Under Medicaid: A Critical Appraisal of Missouri Inclusion of Chiropractic "
    "Under Missouri Medicaid. J Chiropr Humanit. 2019 Dec 10;26:31-52. "
    "doi: 10.1016/j.echu.2019.08.004. eCollection 2019 Dec.",
    "Robinson SS, Collins KF, Grostic JD. A retrospective study; patients with chronic low back "
    "pain managed with specific upper cervical adjustments. Chiropr Res J. 1993;2(4):10-6.",
    "Taylor DN. A theoretical basis for maintenance of spinal manipulative therapy for the "
    "chiropractic profession. J of Chiropr Humanities (2011) 18, 74–85.",
    "Wang XR, Kwok TCY, Griffith JF, et al Prevalence of cervical spine degenerative changes in "
    "the elderly population and its weak association with aging, neck pain, and osteoporosis. "
    "Ann Transl Med. 2019 Sep;7(18):486. doi: 10.21037/atm.2019.07.80.",
    "Wong JJ, Shearer HM, Mior S, et al. Are manual therapies, passive physical modalities, or "
    "acupuncture effective for the management of patients with whiplash-associated disorders or "
    "neck pain and associated disorders? An update of the Bone and Joint Decade Task Force on Neck "
    "Pain and Its Associated Disorders by the OPTIMa collaboration. Spine J. 2016 Dec;16(12):"
    "1598-1630. doi: 10.1016/j.spinee.2015.08.024. Epub 2015 Dec 17.",
)
WORN_NECKS, NECK_TREATMENTS = PASTED[12:]
