"""English."""

from __future__ import annotations

from newsmodel.page.lexicon.base import Lexicon, english, gerunds, lines, words

_VERBS = """
find/found show discover say/said tell/told add ask reply answer respond explain note state declare announce claim insist argue warn admit/admitted concede
acknowledge confirm deny write/wrote tweet post joke quip recall remember stress emphasise emphasize underline highlight
suggest propose predict estimate believe think/thought complain lament boast brag promise pledge vow swear/swore urge demand
recommend advise caution remark observe comment reveal disclose report recount relate describe call label brand dub/dubbed term
criticise criticize condemn denounce praise hail welcome applaud accuse blame reject refute rebut/rebutted dismiss agree disagree
conclude continue repeat reiterate maintain contend assert affirm allege hint imply/implied indicate signal/signalled testify
exclaim shout yell cry scream whisper murmur mutter sigh snap/snapped retort counter interject chime enthuse muse opine
wonder inquire enquire query read/read quote cite joke mention point tout reflect reason plead apologise apologize thank congratulate
express voice echo elaborate clarify specify speculate assure reassure inform brief lecture teach/taught rule order outline hope fear feel/felt
recommend object protest backtrack admonish summarise summarize tell/told begin/began insist rant gush blast slam/slammed lambast
"""

ENGLISH = Lexicon(
    tag="en",
    verbs={**dict(english(_VERBS)), "say": "p", "says": "", "said": "", "laid": ""} | {"reads": "", "went": ""},
    participles=dict(gerunds("""
        say tell add ask reply answer explain note state declare announce claim insist argue warn admit/admitting concede acknowledge confirm
        deny write joke recall stress emphasise emphasize underline highlight suggest predict complain lament promise pledge urge demand recommend
        advise caution remark observe comment reveal describe call label brand criticise criticize condemn denounce praise hail welcome accuse reject dismiss
        conclude continue repeat reiterate maintain assert allege hint indicate testify exclaim shout whisper point telling quote cite quip/quipping
        respond recount express voice vow assure clarify specify
    """)),
    needs=dict.fromkeys(words("find finds found show shows showed discover discovers discovered"), "that"),
    gestures=dict(english("laugh smile grin/grinned nod/nodded shrug/shrugged shake/shook raise hesitate wave lean glance sniff groan giggle grimace roll spread frown chuckle wink gesture pause stop/stopped start finish interrupt go/went rise/rose stand/stood weep/wept")),
    quoting=lines("""
        quoted
        quotes
        quoting
        cited
        cites
        citing
    """),
    according=lines("""
        according to
        in the words of
        in the view of
        in the opinion of
        in the eyes of
        as per
    """),
    pronouns={"he": "m", "she": "f", "they": "p", "it": "n", "who": ""},
    possessives={"him": "m", "her": "f", "them": "p", "his": "m", "their": "p"},
    head_last=True,
    determiners=words("the a an this that these those his her its their our my your no any some to be is was were been being"),
    modals=words("would will could might must can did does didn't wouldn't won't not only"),
    passives=words("asked questioned pressed quoted told"),
    passive_after=words(", when if was were been being once as"),
    passive_before=words("about whether if by why what how when to on in for where which"),
    own=words("country region city town state company club party ministry group firm"),
    object_verbs=words("told tell tells informed informs assured assures reminded reminds accused accuses thanked thanks criticised criticized praised praises blamed condemned called calls described describes labelled labeled branded urged urges hailed welcomed lambasted slammed taught"),
    roles=words("""
        president vice-president vicepresident premier prime chancellor minister ex-minister secretary undersecretary leader co-leader deputy chief chair chairman chairwoman
        chairperson co-chair head director director-general executive ceo cfo coo cto governor mayor councillor councilor councilman councilwoman alderman senator
        congressman congresswoman representative lawmaker legislator mp mep politician ambassador envoy diplomat consul commissioner spokesman spokeswoman
        spokesperson press-secretary adviser advisor aide assistant expert analyst economist historian sociologist philosopher psychologist lawyer attorney
        barrister solicitor prosecutor judge justice magistrate detective inspector sergeant constable superintendent officer sheriff policeman policewoman
        general lieutenant colonel major captain admiral commander soldier veteran astronaut pilot sailor skipper fisherman
        king queen prince princess duke duchess emperor sheikh emir sultan pope patriarch cardinal archbishop bishop priest pastor vicar imam mufti rabbi monk nun reverend
        doctor surgeon physician nurse paramedic midwife scientist researcher professor lecturer academic rector dean teacher headteacher headmaster headmistress tutor
        principal student pupil graduate author writer poet novelist playwright journalist reporter correspondent editor columnist presenter broadcaster blogger
        filmmaker producer actor actress singer musician composer conductor artist painter sculptor architect designer photographer critic curator
        librarian archivist conservationist dancer choreographer coach manager trainer player footballer striker goalkeeper defender midfielder forward athlete runner swimmer
        boxer champion referee umpire entrepreneur businessman businesswoman owner founder co-founder investor banker trader financier accountant treasurer
        programmer developer engineer builder worker miner driver farmer baker butcher chef cook waiter waitress shopkeeper landlord landlady
        neighbour neighbor resident local witness eyewitness survivor victim suspect defendant plaintiff activist campaigner protester organiser organizer coordinator volunteer
        ecologist biologist physicist chemist geologist astronomer mathematician linguist archaeologist meteorologist forecaster epidemiologist virologist vet
        pensioner mother father son daughter brother sister wife husband widow grandmother grandfather woman man girl boy mum mom dad
        candidate ombudsman auditor official counterpart predecessor successor colleague friend visitor customer passenger tourist guide guard warden
        firefighter fireman rescuer gardener carpenter plumber electrician mechanic postman laureate winner host guest captain speaker whip envoy
        qualifier seed wildcard finalist semi-finalist winner-elect striker winger midfielder midwife batsman bowler sprinter cyclist gymnast skater skier jockey golfer quarterback pitcher sportsman sportswoman medallist olympian teammate
        grandson granddaughter grandmother grandfather nephew niece uncle aunt cousin stepfather stepmother fiancé fiancée girlfriend boyfriend partner spouse husband-to-be
        bystander passer-by onlooker commuter cyclist motorist hiker holidaymaker trader stallholder publican barber hairdresser florist locksmith
        strategist trader broker fund-manager salesman saleswoman employee staffer intern apprentice freshman sophomore undergraduate juror plaintiff
        negotiator mediator peacekeeper warlord rebel defector refugee migrant asylum-seeker interpreter translator clockmaker watchmaker
        oceanographer climatologist seismologist hydrologist geneticist immunologist cardiologist oncologist paediatrician psychiatrist dentist pharmacist anthropologist
        superintendent commander-in-chief chief-of-staff vice-chair vice-chancellor minister-president taoiseach headteacher governor-general attorney-general member
        source insider shepherd sexton clerk caretaker janitor porter weaver potter tailor seamstress jeweller brewer
    """),
    honorifics=words("adv advocate cllr eng fr mme mrs messrs mr mrs ms miss mx dr prof sir dame lord lady rev hon st gen col maj capt lt sgt sen rep gov pres"),
    organisations=words("""
        ministry department office bureau agency authority council committee commission board court tribunal parliament senate congress assembly
        government administration cabinet police force army navy military forces service fund foundation trust union association organisation organization
        federation league club society institute institution university college academy school museum gallery theatre library hospital clinic centre center
        company corporation firm group bank airline operator manufacturer supplier maker party movement campaign coalition alliance charity church embassy consulate
        newspaper magazine broadcaster channel network newsroom station publisher embassy regulator watchdog body panel team inc ltd llc plc corp co gmbh
        retailer supermarket carmaker automaker airport lender insurer brokerage consultancy thinktank think-tank start-up startup prosecution defence defense opposition ministry secretariat
        parish diocese hospital-trust trust brewery shipyard utility railway builder housebuilder studio festival orchestra choir zoo aquarium farm un nato eu imf fifa uefa ioc nasa fbi cia unicef unesco
        kremlin pentagon observatory diocese synod chamber exchange
    """),
    groups=words("""
        residents locals villagers witnesses eyewitnesses activists campaigners protesters experts analysts economists scientists researchers doctors medics nurses
        officials lawmakers politicians journalists reporters parents teachers students workers farmers rescuers firefighters officers detectives soldiers
        investigators prosecutors lawyers sources representatives authorities organisers organizers authors developers investors traders environmentalists
        groups organisations organizations agencies companies firms banks bodies countries governments charities unions insurers lenders airlines makers parties
        brokers bankers strategists regulators shareholders executives employees staffers members campaigners climbers hikers commuters motorists diplomats negotiators mediators rebels militants
        refugees migrants historians academics psychologists sociologists engineers astronomers climatologists shopkeepers retailers landlords tenants pupils alumni jurors aides advisers advisors
        volunteers participants fans players coaches users customers passengers drivers neighbours neighbors relatives friends people men women children
        critics opponents supporters leaders unions ministers diplomats historians forecasters owners councillors police spectators visitors tourists staff
    """),
    things=words("""
        gardens garden street road avenue lane square bridge hills county river lake island islands bay coast valley mountain mountains beach village building house hall palace castle
        stadium arena airport station port harbour harbor terminal cathedral abbey airport hotel plaza mall market district region province state states city town republic kingdom emirates
        act bill resolution law treaty agreement accord convention protocol plan award awards prize cup league series championship championships trophy open final finals games festival festivals
        day week month century war battle revolution account united rovers wanderers athletic albion xi fc solutions group holdings partners capital management technologies systems
        news times post herald tribune gazette telegraph guardian mail independent journal chronicle review weekly press digital online magazine america africa europe asia zealand york
    """),
    documents=words("brochure booklet pamphlet petition complaint transcript bulletin guidance note statement report letter document study memo memorandum release email e-mail post tweet article editorial filing lawsuit ruling resolution sign notice banner leaflet survey poll plaque placard message text website"),
    feminine=words("chairwoman councilwoman congresswoman spokeswoman policewoman queen princess duchess nun midwife headmistress actress businesswoman waitress landlady mother daughter sister wife widow grandmother woman girl mum mom mrs ms miss dame lady seamstress"),
    counterparts=words("counterpart"),
    one_of={"one": ""},
    epithets=words("""
        diplomat politician businessman businesswoman entrepreneur lawmaker striker forward defender midfielder goalkeeper winger footballer player coach manager captain athlete
        runner swimmer boxer champion actor actress singer musician director filmmaker author writer novelist poet artist journalist scientist researcher professor academic expert analyst economist
        lawyer attorney barrister activist campaigner senator congressman congresswoman congresswoman mp general doctor surgeon teacher student pensioner farmer billionaire tycoon veteran
        widow pastor
    """),
    places=words("afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia botswana brazil bulgaria cambodia cameroon canada chile colombia croatia cuba cyprus denmark ecuador egypt estonia ethiopia finland gaza ghana greece guatemala haiti honduras hungary iceland indonesia iraq ireland italy jamaica jordan kazakhstan kenya kosovo kuwait kyrgyzstan latvia lebanon libya lithuania luxembourg malaysia mali malta mexico moldova mongolia morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania rwanda senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland taiwan tajikistan tanzania thailand tunisia turkmenistan uganda uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe google apple amazon facebook microsoft tesla labour conservatives tories greens uber netflix samsung huawei boeing airbus washington london paris berlin moscow beijing tehran ankara cairo riyadh baghdad damascus beirut amman doha brussels geneva vienna rome madrid tokyo seoul kyiv kiev warsaw prague budapest athens belgrade delhi islamabad kabul pyongyang havana caracas canberra ottawa pretoria nairobi lagos brasilia jerusalem downing russia ukraine china france germany britain turkey iran israel syria japan india reuters bloomberg"),
    same_role=(
        words("president leader"),
        words("premier prime minister leader"),
        words("minister secretary official politician"),
        words("director head chief boss"),
        words("ceo chief executive boss"),
        words("mp lawmaker legislator politician representative"),
        words("senator lawmaker politician"),
        words("spokesman spokeswoman spokesperson official"),
        words("doctor physician surgeon medic"),
        words("scientist researcher professor academic"),
        words("lawyer attorney barrister solicitor"),
        words("author writer novelist"),
        words("entrepreneur businessman businesswoman owner founder"),
        words("diplomat ambassador envoy minister"),
    ),
    given=words("""
        james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth
        kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
        gregory frank alexander patrick raymond jack dennis jerry tyler aaron jose adam nathan henry peter kyle noah ethan jeremy walter keith roger
        owen phil rab simon ian neil graham colin stuart alan martin tony oliver harry luke tom tim ben joe bob jim mike dave steve chris nick sam
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle
        carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen
        samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren
        christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice
        julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
        marta isla agnes fiona claire kate lucy jane anne zoe chloe ellen nora dana saule dinara rokeya
        mohammed muhammad ahmed ali omar hassan hussein ibrahim yusuf khalid fatima aisha layla vladimir sergei ivan dmitry olga elena irina emmanuel olaf ursula
    """),
    given_feminine=words("""
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle
        carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen
        samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren
        christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice
        julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla lori
        marta isla agnes fiona claire kate lucy jane anne zoe chloe ellen nora fatima aisha layla olga elena irina ursula
    """),
    directions=words("north south east west northern southern eastern western new old great greater upper lower san santa los las saint st fort port lake mount cape el la le central inner outer"),
    particles=words("de van von der den di da la le du bin ibn al el del dos das ter ten af ben bint mac mc o'"),
    named=words("""
        newspaper magazine film movie book novel song album play series show programme program project company firm cafe café restaurant bar pub hotel theatre theater
        club festival exhibition train ship boat ferry yacht rocket satellite operation campaign prize award medal band group app poem essay painting
        documentary podcast podcasts opera musical ballet slogan nicknamed nickname story titled hymn anthem game column
    """),
    naming=words("named titled entitled nicknamed dubbed so-called known called branded christened codenamed labelled labeled"),
    prepositions=words("of in on at to for from by with without about against between among near after before during under over through into onto upon around behind beside beyond despite since until via within across along outside inside as than like amid toward towards per versus"),
    stops=words("""
        the a an and or but nor so yet if then else when while where why how what which who whom whose that this these those there here it its he she they
        we you i me him her them us my your his their our is are was were be been being has have had do does did will would can could may might must shall
        should not no yes of in on at to for from by with about against between after before during under over as than also just only even still already
        now later earlier meanwhile however although though because since until unless nobody somebody everyone everybody nothing something people many
        most some all each every both few more less other another such same own very too one two three first last new old asked speaking according
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
        today yesterday tomorrow mr mrs ms dr britain england scotland wales ireland america london europe russia china france germany india
        several others anyone everyone according inside outside under over census
    not it's that's there's additional ten
    """),
    fillers=words("""
        has had have is was were are be been would will could might may must should also later then now still just simply even already recently reportedly again once often
        always never previously earlier further first finally himself herself themselves itself to on in at a the an that not today yesterday tomorrow monday tuesday wednesday
        thursday friday saturday sunday january february march april june july august september october november december statement interview conference
        briefing email e-mail tweet meanwhile instead did does do both afterwards before after telephone phone press news morning evening afternoon night
        it all's quickly added
    """),
    that=words("that whether"),
    relative=words("who whose whom which where when"),
    connectors=words("and but then or yet"),
    abbreviations=words("mr mrs ms dr prof sir st gen col maj capt lt sgt sen rep gov pres rev hon jr sr inc ltd co corp no vs etc e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k mt ft a.m p.m"),
    labels={
        "photo_credit": "Photographs by|Photography by|Pictures by|Image source|Photo|Photos|Photograph|Photographs|Photography|Picture|Pictures|Image|Images|Photo credit|Image credit|Photo by|Photograph by|Picture by|Image by|Credit|Illustration|Illustration by|Cover photo|Main image|Photographer",
        "source": "Source|Sources|Via|First published by|Originally published by|First published in",
        "author": "By|Author|Authors|Words|Story|Written by|Words by|Story by|Text|Text by|Byline|Reporter",
        "translator": "Translator|Translated by|Translation|Translation by",
        "editor": "Editor|Editors|Edited by|Editing by",
        "contributor": "Reporting by|Additional reporting by|Additional reporting|Contributing|Contributed by|With contributions from|With reporting by|Writing by|Compiled by|Research by|contributor|contributors",
        "publisher": "Publisher|Published by|Publication",
    },
    bare_labels="Photographs by|Photography by|Pictures by|By|Written by|Words by|Story by|Photo by|Photograph by|Picture by|Image by|Illustration by|Translated by|Translation by|Edited by|Editing by|Reporting by|Additional reporting by|Writing by|Compiled by|With reporting by|With contributions from|Published by",
    links=lines("""
        read also
        also read
        read more
        read next
        read the full story
        see also
        more on this
        more on this story
        more from
        more stories
        related
        related article
        related articles
        related stories
        related topics
        related links
        recommended
        recommended reading
        also on
        in case you missed it
        don't miss
        watch also
        watch more
        watch now
        watch live
        listen now
        explore more
        click here
        tap here
        get in touch
        our standards
        share this
        share on
        share article
        sign up
        sign up to
        subscribe to our
        subscribe to the
        subscribe now
        follow us
        join us on
        join our
        download our app
        download the app
        get our
        get the latest
        most read
        most viewed
        top stories
        editor's picks
        advertisement
        story continues below
        article continues after
        article continues below
        you may also like
        you might also like
        skip to content
        skip to main content
        copy link
        print this
        view comments
        leave a comment
        all rights reserved
        end of story
        listen to the best of
        image caption
        media caption
        video caption
        this story has been corrected
        this story has been updated
        this article has been updated
        this article was amended
        this version corrects
        correction
        for more information visit
    """),
    invitations=lines("""
        follow
        subscribe
        join
        like
        find
        contact
        visit
        share
        download
    """),
    networks=words("facebook twitter instagram whatsapp telegram youtube tiktok linkedin newsletter threads bluesky podcast x.com"),
    contributed=lines("""
        contributed to this report
        contributed to this story
        contributed to this article
        contributed reporting
        contributed to this dispatch
    """),
    joiners=words("and &"),
    at_places=words("in at"),
    date_words=words("""
        published posted on at date first issued released last time gmt utc bst est edt cet cest pst pdt et pt cst cdt ist msk am pm a.m p.m local
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday hour hours minute minutes min mins day days week weeks ago read
        january february march april may june july august september october november december
    """),
    update_words=words("updated modified edited corrected amended"),
    language_names={
        "english": "en", "en": "en", "eng": "en", "english version": "en", "arabic": "ar", "ar": "ar", "ara": "ar", "russian": "ru", "ru": "ru", "rus": "ru",
        "french": "fr", "fr": "fr", "français": "fr", "german": "de", "de": "de", "deutsch": "de", "spanish": "es", "es": "es", "español": "es",
        "turkish": "tr", "tr": "tr", "türkçe": "tr", "persian": "fa", "farsi": "fa", "fa": "fa", "chinese": "zh", "zh": "zh", "cn": "zh", "中文": "zh", "简体中文": "zh-Hans",
        "繁體中文": "zh-Hant", "japanese": "ja", "ja": "ja", "日本語": "ja", "한국어": "ko", "ko": "ko", "italian": "it", "it": "it", "italiano": "it", "portuguese": "pt", "pt": "pt",
        "português": "pt", "polish": "pl", "pl": "pl", "polski": "pl", "ukrainian": "uk", "uk": "uk", "ua": "uk", "kazakh": "kk", "kk": "kk", "kz": "kk", "qazaqşa": "kk",
        "hebrew": "he", "he": "he", "עברית": "he", "hindi": "hi", "hi": "hi", "हिन्दी": "hi", "urdu": "ur", "ur": "ur", "اردو": "ur", "uzbek": "uz", "uz": "uz", "o'zbek": "uz", "oʻzbekcha": "uz",
        "azerbaijani": "az", "az": "az", "azərbaycanca": "az", "dutch": "nl", "nl": "nl", "nederlands": "nl", "greek": "el", "el": "el", "ελληνικά": "el",
        "tatar": "tt", "tt": "tt", "kurdish": "ku", "ku": "ku", "kurdî": "ku", "کوردی": "ckb", "indonesian": "id", "bahasa indonesia": "id", "svenska": "sv", "sv": "sv", "suomi": "fi", "fi": "fi",
        "հայերեն": "hy", "hy": "hy", "ქართული": "ka", "ka": "ka", "română": "ro", "ro": "ro", "čeština": "cs", "cs": "cs", "magyar": "hu", "hu": "hu",
    },
    function_words=words("the of and to in a is that for it was on with as be at by this had not are but from have has they said were which their will would about who"),
)  # fmt: skip
