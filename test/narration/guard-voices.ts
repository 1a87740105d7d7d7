// Passages in many voices -> what the guard lets pass, and what it refuses, a line each.
// Fair ones with the idioms, the wit and the by-ways of presenters, which no rule may take for a claim.

/** Episode, place and passage. */
export const FAIR_VOICES = `
002 intro | Hello there, and a warm welcome to the Public Sector Technology Roundup, episode two. I'm Austin Earl. I have six stories for you this month, and they run from the town hall to the hospital payroll.
002 intro | Good evening. You're listening to the Public Sector Technology Roundup, and my name is Austin Earl. London gets a guide, Glasgow gets tablets, and Whitehall gets a telling-off from the Public Accounts Committee. Oh, and the NHS gets a prize.
002 intro | It's the third of October, I'm Austin Earl, and we have a lot to get through. Generative AI in London, bin crews in Glasgow, data for researchers, a shortage of skills, and two stories from the NHS to send you off with a smile.
002 intro | How ready is the public sector for new technology? That's the thread that runs through this month's show. Hello, I'm Austin Earl, and this is the Public Sector Technology Roundup.
002 intro | Six stories, one thread: people. People who need training, people who are hard to hire, and people with a bright idea in a drawer. This is the Public Sector Technology Roundup, and I'm Austin Earl.
002 intro | Hello and welcome. I promised you variety, and here it is: councils, committees, crews and a call for ideas. I'm Austin Earl. Let's get going.
002 intro | Hello. If you run technology for the public, this one is for you. We'll hear about a guide, a dispute, a milestone, a warning, a prize and an invitation. I'm Austin Earl.
002 outro | And there we leave it. We met a guide in London and an argument in Glasgow, and we heard a warning from Parliament. The sources are in the show notes. I'm Austin Earl. Until next month, goodbye.
002 outro | That's your lot for October. My thanks to Catherine Hunter of the Glasgow Times and to Mark Say of UKAuthority, whose reporting made much of this episode possible. I'm Austin Earl. Thank you for listening.
002 outro | So: train your people, ask for help, and dust off your ideas. That's what I take from this month's stories. You'll find the links in the show notes. I'm Austin Earl, and I'll be back in November. Thanks for listening.
002 outro | We began with a guide and we end with an invitation. If your own organisation has a story to tell, do let me know. I'm Austin Earl. Thanks for your company, and see you next month.
002 outro | And that, as they say, is that. Should you want to read further, every source is in the show notes. Look after yourselves, and join me again next month. Goodbye.
002 outro | We've come to the end of episode two. From me, Austin Earl, thank you for your time and your ears. The next episode follows next month.
002 local | Where else to start but the town hall? Two stories from local government.
002 local | Let's open with councils: one story about a guide, another about a quarrel.
002 local | We set off from London and drive north to Glasgow. Local government first.
002 local | Town halls first, as ever. There's a new guide to generative AI, and there are some tablets that not everybody wanted.
002 central | That was local government. Central government has news of its own, some of it good.
002 central | Down the road to Whitehall, then, where one door opens and another is hard to fill.
002 central | Time to leave the bins behind and head for Westminster and its data.
002 central | A pat on the back and a rap on the knuckles: it can only be central government.
002 nhs | Which brings us to the NHS, and a spot of good cheer.
002 nhs | We close with health. Two items, and both of them are happy ones.
002 nhs | Last of our three segments: the NHS, with a trophy to polish and a call to answer.
002 nhs | After all that, you've earned some good news. Over to the NHS.
002 loti-guidance | If you work for a London borough, there's something new for your reading list.
002 loti-guidance | What do you do when a machine offers to write your report? LOTI has some thoughts.
002 loti-guidance | Everybody's talking about generative AI. Fewer people have read the manual, and London's boroughs now have one.
002 loti-guidance | Go on, but go carefully. That about sums up the new advice to London's councils.
002 loti-guidance | First to London, and to a question on many desks: what should we do about AI?
002 loti-guidance | We kick off in the capital, where the boroughs have been given a guide to generative AI.
002 loti-guidance | It can write, it can code and it can chat. Can it be trusted? LOTI and Faculty AI have put their heads together.
002 loti-guidance | Great promise, real risk, and a guide to steer between them. London is our first stop.
002 loti-guidance | Robots at the town hall? Not quite. But London's councils do have a guide to generative AI, and it makes a case for care.
002 loti-guidance | Does your council use generative AI? Before you say yes, or no, have a listen to this.
002 loti-guidance | Leaders, chief information officers, staff: there's something for each of you in London's new guide.
002 loti-guidance | LOTI likes generative AI, up to a point. The point is where the risk gets high.
002 loti-guidance | It's early days. Councils have only just begun with generative AI, and so a guide comes in handy.
002 loti-guidance | Get your data ready, train your people, mind the risks: easier said than done, but London's boroughs now have help.
002 loti-guidance | London's boroughs get a helping hand with generative AI, courtesy of LOTI and Faculty AI.
002 bin-lorry-tablets | A guide for London; a stand-off for Glasgow. And it all has to do with tablets.
002 bin-lorry-tablets | Technology is only as good as the training that comes with it. Glasgow's bin crews could tell you a thing or two about that.
002 bin-lorry-tablets | Not all technology arrives to applause. In Glasgow, it arrived in the cab of a bin lorry.
002 bin-lorry-tablets | You hand a crew a tablet. Some shrug, some smile, and some walk out. Catherine Hunter tells the story in the Glasgow Times.
002 bin-lorry-tablets | From the office desk to the cab. In Glasgow, two workers said no to a tablet, and matters went on from there.
002 bin-lorry-tablets | Put yourself in the driver's seat for a moment. Somebody hands you a tablet. What now?
002 bin-lorry-tablets | Staying with councils, here's a case where the gadget was the easy part.
002 bin-lorry-tablets | In Glasgow, the question isn't what AI can do. It's who gets trained, and who gets paid.
002 bin-lorry-tablets | What makes a good training course? Glasgow's bin crews and their council see it differently.
002 bin-lorry-tablets | Some people take to a screen at once. Some don't, and that, says a convenor of the GMB, is no cause for shame.
002 bin-lorry-tablets | Thirty people or so, two refusals, and a handful of questions about training: now to Glasgow.
002 bin-lorry-tablets | A walk-out over tablets sounds like a headline from a satire. It's from the Glasgow Times.
002 bin-lorry-tablets | Reading and writing come easily to most of us who listen to a show like this. Spare a thought for those who find it hard.
002 bin-lorry-tablets | That was a guide with plenty of readers in mind. Now, what about those who find reading hard?
002 bin-lorry-tablets | Videos, printed guides, three sessions in person: Glasgow's council did try. So what was missing?
002 integrated-data-service | Now, hands up who enjoys filling in forms. Thought so. Researchers may like what comes next.
002 integrated-data-service | Let's start with the good news: the Integrated Data Service has passed a test.
002 integrated-data-service | Two little letters, OK, would be one way to put it. The Integrated Data Service has its accreditation.
002 integrated-data-service | Trust takes time. For the Integrated Data Service, it took a team from the UK Statistics Authority.
002 integrated-data-service | It's not every day that a data platform gets to celebrate. Mark Say has the news.
002 integrated-data-service | Government holds a lot of data. Getting it to the people who can use it is the job of the Integrated Data Service.
002 integrated-data-service | From bins to bytes. The government's Integrated Data Service has news to share.
002 integrated-data-service | Does good policy need good data? The people behind the Integrated Data Service would say so.
002 integrated-data-service | Safe enough for research: that's the verdict on the Integrated Data Service, and it's our next story.
002 integrated-data-service | It's called the IDS for short, and it's one step further down the road.
002 integrated-data-service | Central government next, and a platform that would like you to help yourself.
002 integrated-data-service | If you've ever applied twice for the same thing, you'll warm to this.
002 integrated-data-service | Still in beta, but already trusted. Meet the Integrated Data Service.
002 integrated-data-service | Progress can be quiet. This bit of progress was announced on LinkedIn.
002 skills-gap | Someone has to run all these platforms. Parliament's Public Accounts Committee wonders who.
002 skills-gap | A platform for data is all well and good. It takes people to make the most of it, though, and government is short of them.
002 skills-gap | From a milestone to a millstone. The Public Accounts Committee has been looking at skills.
002 skills-gap | What would it take to get a data architect to join the civil service? More money, for a start.
002 skills-gap | The committee has a list of worries, and pay is at the top of it.
002 skills-gap | Now the other side of the coin. The Public Accounts Committee isn't cheerful.
002 skills-gap | Here's a sum that doesn't add up: twice the digital workforce, with fewer posts to go round.
002 skills-gap | If you have ever lost a good colleague to a private firm, this one may sting.
002 skills-gap | It takes more than goodwill to build a digital government, says a committee of Parliament.
002 skills-gap | Short of staff, short of skills, and not short of advice. The Public Accounts Committee reports on the civil service.
002 skills-gap | The best platform in the world needs somebody to run it. That's our cue for the next story.
002 skills-gap | We stay in Whitehall for a sterner tale. It's about people, pay and posts that go unfilled.
002 skills-gap | Some cuts save money. Some, the Public Accounts Committee says, do more harm than good.
002 skills-gap | Ill-judged cuts have made a bad situation worse. That's the view of the Public Accounts Committee.
002 skills-gap | Pay is where it gets difficult. The private sector has more of it, and the civil service has noticed.
002 skills-gap | Private firms pay more, and that leaves government looking for data architects.
002 skills-gap | Bad news comes in threes, they say. This one comes in a committee report.
002 best-workplaces | Enough of shortages. Here is an employer that has been growing.
002 best-workplaces | When did you last see a drama about payroll? Quite. And yet there's a prize in it.
002 best-workplaces | So where is a good place to work in technology? One answer lies in the NHS.
002 best-workplaces | From empty posts to happy faces: one part of the NHS has made a list that anyone would want to be on.
002 best-workplaces | The list is six years old, the answers were anonymous, and the NHS comes out of it well.
002 best-workplaces | A hundred thousand people were asked what they think of work. They didn't hold back.
002 best-workplaces | Payroll, procurement, and a place among the best: our next story has all three.
002 best-workplaces | Somebody, somewhere in the public sector, is having a good year.
002 best-workplaces | Let's hear it for payroll. Yes, payroll.
002 best-workplaces | First, the prize. NHS Shared Business Services is on a list that many would like to be on.
002 best-workplaces | It's nice to be liked. NHS Shared Business Services has it in writing.
002 best-workplaces | Having heard who can't find staff, let's hear from a place that can.
002 best-workplaces | Growth, honours and a word from Erika Bannerman. Things look brighter over at NHS Shared Business Services.
002 innovation-accelerator | Over to you. The NHS Innovation Accelerator has a question, and you might have the answer.
002 innovation-accelerator | That's the prize. The invitation comes from the NHS Innovation Accelerator, and it's addressed to anyone with an idea.
002 innovation-accelerator | One more for the road: the NHS wants ideas, the greener the better.
002 innovation-accelerator | Have you got something up your sleeve? The NHS Innovation Accelerator is all ears.
002 innovation-accelerator | Two themes, one intake, and room for your idea. Here's our last story of the month.
002 innovation-accelerator | To end with, a chance to do some good. The NHS Innovation Accelerator is open for 2024.
002 innovation-accelerator | If prizes inspire you, so might this. It's a call for ideas, and it's for the NHS.
002 innovation-accelerator | From an organisation with a prize to one that's looking for ideas. This is how we finish.
002 innovation-accelerator | Less carbon, more fairness: the NHS Innovation Accelerator wants both.
002 innovation-accelerator | Now, that idea of yours, the one nobody had time for. It may just have found a home.
002 innovation-accelerator | Good ideas get lost all the time. The NHS Innovation Accelerator would like to find a few, thank you very much.
018 intro | Hello, I'm Austin Earl, and this month we do something a little different. We take out old forecasts, blow off the dust and see how they look. This is episode eighteen of the Public Sector Technology Roundup.
018 intro | Welcome, one and all. In this edition: government missions, digital trends, a say for the public and the state of care homes. Each was written some time ago, so we can ask what stood the test of time. My name is Austin Earl.
018 intro | Some forecasts age like wine and some like milk. Hello, I'm Austin Earl, and on the Public Sector Technology Roundup this month we taste a few.
018 intro | Good morning, and welcome to our February edition. I'm Austin Earl. Four stories, and one question to put to all of them: did it last?
018 outro | So there we have it. Some themes come back again and again, openness and skills among them. I'm Austin Earl. You can find every source in the show notes. Until next time.
018 outro | That's it from me and from the crystal ball. If a forecast of yours came true, write and tell us. I'm Austin Earl, and this was the Public Sector Technology Roundup. Goodbye for now.
018 central | Let's begin at the centre. One story, and it's about missions.
018 central | Central government comes first, with a thread to follow and a purse to mind.
018 local | On to local government, and to two stories about the long view.
018 local | Next, councils: what will last, and who gets a say?
018 nhs | That leaves one segment, and it takes us to the care home.
018 nhs | And now the NHS, or rather its neighbours, the care homes.
018 five-missions | How do you plan when the money is tight? Last September, some of the people who have to gathered in London.
018 five-missions | A mission is a fine thing. A mission with a budget would be finer still.
018 five-missions | Five missions, and technology isn't mentioned in any. Does that matter?
018 five-missions | The Treasury likes to know what it'll get for its money. It's a fair question, and a hard one.
018 five-missions | Do less, but do it well: you could read Karl Hoods's advice that way.
018 five-missions | Fewer staff and more Londoners. Eddie Copeland has done the sums, and they don't get easier.
018 five-missions | Everyone at Building the Smarter State had a view on the missions. We've picked a few.
018 five-missions | Small can be beautiful, even in government. Ask Kamal Bal.
018 digital-trends | Beware of anyone who tells you what happens next. Mark Lumley would, I suspect, agree.
018 digital-trends | From tight budgets to long trends. What does Socitm think will stay?
018 digital-trends | It isn't every report that marks its own homework. Socitm's does.
018 digital-trends | Partner or stand-in? Mark Lumley knows what he wants from AI.
018 digital-trends | We heard about skills in episode two. They haven't gone away.
018 digital-trends | Local government now, and a man who puts little faith in crystal balls.
018 digital-trends | Open algorithms, skilled people, and no rush: Mark Lumley's wish list looks familiar.
018 digital-trends | Europe's cities are ahead of us on one thing, by Mark Lumley's account. More on that in a moment.
018 public-voice | So much for the experts. What about everyone else?
018 public-voice | There's one voice we haven't heard yet today, and that's the public's.
018 public-voice | Whose data is it anyway? Connected by Data would like the public to be asked.
018 public-voice | It's your health, your income and your data. Shouldn't you have a say?
018 public-voice | Mark Lumley asked for openness. Connected by Data asks for something more: a say.
018 public-voice | The money lasts until the end of March, so there's time to see how well the idea works.
018 public-voice | A pilot, a panel and a few videos. That's how one group wants to bring the public into AI.
018 public-voice | Experts have had their turn. Connected by Data hands the microphone to the rest of us.
018 care-homes | And so to the end of 2020, and to five forecasts from UKAuthority. You'll know some of them already.
018 care-homes | We finish with a question that none of our sources answers: whatever became of the digital champions?
018 care-homes | The pandemic showed what care homes were missing. UKAuthority had some hopes for what came next.
018 care-homes | The last word goes to the care homes, or it would, if anybody had asked them.
018 care-homes | Cast your mind back to December 2020. Some of us would rather not, but there's a lesson in it.
018 care-homes | Better connections, better data: was it too much to ask? Our last forecast is about care homes.
002 intro | Ladies and gentlemen, episode two. We've brought you six stories from three corners of the public sector, and I've saved an invitation for last. I'm Austin Earl.
002 intro | This is the Public Sector Technology Roundup, where local government, central government and the NHS share a microphone. I'm Austin Earl, your host. Shall we?
002 intro | A guide. A row. A badge. A warning. A prize. A call. Six stories in a nutshell, and in the next few minutes I'll unpack each of them. Hello from me, Austin Earl.
002 intro | October is upon us, and so is the Public Sector Technology Roundup. I'm Austin Earl. This month, machines are getting cleverer and people are getting harder to find.
002 outro | Well, we got through it: six stories, from bin lorries to bright ideas. Thank you for listening. If you know somebody who would enjoy this show, send them our way. I'm Austin Earl. Bye for now.
002 outro | If there's one thing to remember from this month, it's that technology depends on people. They need training, they need pay, and now and then they deserve a prize. I've been Austin Earl. Until next month.
002 outro | As ever, the show notes list all our sources, so you can check our working. I'm Austin Earl. Have a good month, and goodbye.
002 outro | We travelled from London to Glasgow, we called at Whitehall, and we ended with the NHS. I'm Austin Earl. I look forward to your company next month.
002 outro | Before I go, a thank you to the reporters whose work we drew on, and to you for staying the course. That's all from the Public Sector Technology Roundup. Goodbye.
002 local | Councils first. London is reading up on AI; Glasgow is arguing about tablets.
002 local | In this segment: what to do with generative AI, and what not to do with tablets, perhaps.
002 local | Our journey starts in local government, where there is advice to take and an argument to settle.
002 central | Central government next. It has a platform to be proud of and a gap to be worried about.
002 central | So from councils to the corridors of Whitehall. Good news first, then the other kind.
002 nhs | We're nearly there. The NHS brings up the rear, and it brings good news.
002 nhs | And lastly the NHS: who won what, and who wants what.
002 loti-guidance | Picture a council officer late in the day, with a report to write and a chatbot to hand. What should she do? London's boroughs now have something to go by.
002 loti-guidance | There is no shortage of opinions about generative AI. LOTI, with help from Faculty AI, offers something more useful: advice.
002 loti-guidance | The instructions are in, London. Or the guidance, at any rate.
002 loti-guidance | Some technologies come with a manual. For generative AI, London's boroughs had to wait a little.
002 loti-guidance | Prose, pictures, code: generative AI will have a go at anything. The question for councils is what they should let it do.
002 loti-guidance | Keen, but not starry-eyed: it's a good way to be about AI, and it's how LOTI goes about it.
002 loti-guidance | Faculty AI designs software, LOTI knows London's councils, and together they have something to say.
002 loti-guidance | For chief information officers, a bit of bedtime reading. It's about generative AI.
002 loti-guidance | Trust, ethics, privacy and openness. If those words keep you awake at night, our first story may help.
002 loti-guidance | You may have read Socitm's guidance on AI. Now there's a guide for London as well.
002 loti-guidance | “Tread carefully” isn't much of a slogan, but it's not bad advice. London first.
002 loti-guidance | AI has come to the town hall, and somebody has to set the house rules.
002 loti-guidance | Train your people first. It's the kind of advice we hear a lot, and the kind that's easily forgotten.
002 bin-lorry-tablets | Good guidance is half the battle. The other half, as Glasgow has found, is getting everyone on board.
002 bin-lorry-tablets | Our next stop is a lorry cab in Glasgow, and the mood is not the best.
002 bin-lorry-tablets | It began with two workers and two tablets. It didn't end there.
002 bin-lorry-tablets | Cleverer bin lorries sound like a fine idea. The Glasgow Times has found a snag.
002 bin-lorry-tablets | While London reads its guide, Glasgow has a row on its hands.
002 bin-lorry-tablets | Missed bins, pests and a walk-out. Who'd be a bin lorry driver?
002 bin-lorry-tablets | Catherine Hunter, of the Glasgow Times, has been following a dispute that any digital leader would do well to study.
002 bin-lorry-tablets | If nobody asks a question, has everybody understood? Keep that in mind as we go to Glasgow.
002 bin-lorry-tablets | More pay, more training: the union's demands are simple enough. The rest is less so.
002 bin-lorry-tablets | Pride can be a heavy load to carry, heavier than any bin. That's one way to read the news from Glasgow.
002 bin-lorry-tablets | Here's one for anybody who has ever been handed a gadget and told to get on with it.
002 bin-lorry-tablets | Change is hard. It's harder still when the change is a screen and you'd rather not say why you can't use it.
002 bin-lorry-tablets | In the yard of a Glasgow depot, someone is asked to tap a screen, and someone says no.
002 bin-lorry-tablets | The GMB's Chris Mitchell puts in a word for those who struggle with reading. Let's hear what happened in Glasgow.
002 integrated-data-service | Here's a phrase to conjure with: trusted research environment. The government has one.
002 integrated-data-service | Where do analysts go when they need the government's data? Perhaps here.
002 integrated-data-service | A team of checkers came, saw, and gave its blessing. The Integrated Data Service may celebrate.
002 integrated-data-service | Fewer forms to fill in, fewer hoops to jump through. Researchers, this one's for you.
002 integrated-data-service | Mark Say of UKAuthority brings us the next story, and it's a happy one for the Office for National Statistics.
002 integrated-data-service | The numbers to remember are these: 1,500 users, and March 2024. That's the target for the Integrated Data Service.
002 integrated-data-service | Beta is a state of mind. It hasn't stopped the Integrated Data Service from being accredited.
002 integrated-data-service | How do you know that data is in safe hands? You send in the UK Statistics Authority.
002 integrated-data-service | The IDS has had a good month. Dominic Hale, its head of strategy, could hardly wait to tell LinkedIn.
002 integrated-data-service | From dustbins to data. It's a short hop, alphabetically speaking.
002 integrated-data-service | Somewhere between a library and a vault sits the Integrated Data Service, and it's open to accredited users.
002 integrated-data-service | Many hands make light work, and many parts of the Civil Service had a hand in this.
002 skills-gap | Data without people is like a library without readers. Parliament's Public Accounts Committee has noticed.
002 skills-gap | You can't fault government for ambition: it wants to double its digital workforce. Finding the people is another matter.
002 skills-gap | There's a hole in Whitehall's pocket, and the experts keep falling through it.
002 skills-gap | Goodwill is a wonderful thing. You can't live on it, though, as the Public Accounts Committee points out in its way.
002 skills-gap | So who pays best? Not the civil service, and that's at the heart of our next story.
002 skills-gap | Fewer heads, fewer hands, more work: it isn't a recipe for success, is it?
002 skills-gap | The bill for past cuts has come in, if the Public Accounts Committee is to be believed.
002 skills-gap | If you build it, they will come, says the film. The Public Accounts Committee isn't so sure.
002 skills-gap | Be frank about delays. Own up to missed chances. The Public Accounts Committee has some plain words for departments.
002 skills-gap | Good people are hard to find, and harder to keep. Government knows both halves of that.
002 skills-gap | The Integrated Data Service wants more users. The civil service would settle for more experts.
002 skills-gap | We move on to a sum that keeps permanent secretaries awake: too few people, too much to do.
002 best-workplaces | Whoever said that back offices are boring hasn't met NHS Shared Business Services.
002 best-workplaces | Turnover up, headcount up, spirits up. It's a change from Whitehall, isn't it?
002 best-workplaces | And now for something completely different: happy staff.
002 best-workplaces | Where Whitehall has a gap, the NHS has a queue at the door, or at least more than 300 new jobs.
002 best-workplaces | NHS Shared Business Services has reason to put out the bunting. It's on Great Place to Work's list.
002 best-workplaces | Can payroll save lives? In a roundabout way, says NHS Shared Business Services, it can.
002 best-workplaces | Good morale, good numbers, good grief: an employer with nothing to complain about.
002 best-workplaces | Doctors get the drama, and payroll gets the paperwork. This time, payroll gets the prize as well.
002 best-workplaces | What do a hundred thousand people in the industry think of their employers? Great Place to Work asked.
002 best-workplaces | The envelope, please. One of the best places to work in technology is NHS Shared Business Services.
002 best-workplaces | Erika Bannerman has something to smile about, and so do her colleagues in payroll.
002 innovation-accelerator | Time to put on your thinking cap. The NHS Innovation Accelerator is open for ideas.
002 innovation-accelerator | You've heard what everyone else is up to. What about you? The NHS would like to know.
002 innovation-accelerator | Last, but by no means least, a chance to get involved.
002 innovation-accelerator | Our closing story comes with homework. Have a look in that drawer of yours.
002 innovation-accelerator | Health inequality and carbon: if you have an answer to either, listen closely. If you have an answer to both, better still.
002 innovation-accelerator | Sometimes all that a good idea needs is a push. The NHS Innovation Accelerator offers one.
002 innovation-accelerator | And to finish, the NHS goes fishing for ideas.
002 innovation-accelerator | The clock is ticking on 2024, and the NHS Innovation Accelerator has an intake to fill.
018 intro | Hello, and thank you for joining me. I'm Austin Earl. They say that hindsight is a wonderful thing, so this month we put it to work. Missions, trends, AI and care homes: welcome to the Public Sector Technology Roundup.
018 intro | Welcome back. Was anybody right about the future? It's episode eighteen, I'm Austin Earl, and we've dug out a few old forecasts to see.
018 outro | That's where we leave the past, for now. I'm Austin Earl, and next month we return to the present. Thanks for listening.
018 central | We open with central government, and with the question of money.
018 local | Local government takes the next two turns. First it's trends, then it's trust.
018 nhs | The NHS has the last word this month, and it's a question.
018 five-missions | The government has five missions. It also has bills to pay. Computer Weekly was there when the two met.
018 five-missions | Can a mission statement change how people work? Gill Stewart thinks that it can help.
018 five-missions | If you had to choose between one huge project and a dozen small changes, what would you do?
018 five-missions | Clean energy, growth, and not a word about technology. Five missions, and where do computers come in?
018 five-missions | Simon Bourne of the Home Office has seen it begin: police and justice bodies, talking to each other.
018 five-missions | Fifty-four thousand fewer staff. That's the figure to keep in your head as we turn to London's councils, and to missions.
018 digital-trends | Fashions come and go; trends stay. So says Mark Lumley, more or less.
018 digital-trends | Put the crystal ball back in the cupboard. Socitm has a better idea.
018 digital-trends | AI as a colleague, and not as a replacement: it's how Mark Lumley sees it.
018 digital-trends | It takes a certain courage to publish your own mistakes. Socitm's report did so.
018 digital-trends | Pay came up when we talked about Whitehall, and it's come up again. Mark Lumley has views on it.
018 digital-trends | Will the robots be late? Mark Lumley thinks that AI may take its time.
018 public-voice | Everyone has a view on AI. Has anyone asked for yours?
018 public-voice | It's one thing to be open about algorithms, and another to let people in. Connected by Data wants to open the door.
018 public-voice | From Manchester, a panel. From Connected by Data, a plea. Both are about who gets to decide.
018 public-voice | In July 2024, some people met on Zoom to talk about talking to people. It's a good deal more useful than it sounds.
018 public-voice | Trust can't be downloaded. You have to ask for it, and that means asking the public.
018 public-voice | Brickwall makes videos, councils need answers, and Connected by Data sees a way to bring them together.
018 care-homes | Of the five forecasts that UKAuthority made in December 2020, one was about care homes. Let's see how it looks now.
018 care-homes | Standards, champions and a bit more money: it doesn't sound like much to ask for.
018 care-homes | One last look back. It's the end of 2020, and UKAuthority is thinking about care homes.
018 care-homes | Hope springs eternal in the world of care. Did the data ever get any better?
018 care-homes | To round things off, a forecast with a question mark. It's for anyone who works in care.
018 care-homes | We've heard what Mark Lumley hoped for. What did UKAuthority hope for, back in 2020?
002 intro | Hello and welcome to the Public Sector Technology Roundup. I'm Austin Earl, and this is episode two, where we look at generative AI in councils and the skills gap. We'll start with local government, travel on to Whitehall, and finish with the NHS.
002 intro | Welcome to episode two of the Public Sector Technology Roundup. I'm your host, Austin Earl. This month, AI guidance arrives in London, tablets cause a stir in Glasgow, and a committee of Parliament counts its missing experts.
002 intro | Technology changes fast; organisations, not always. That tension runs through all six of our stories this month. I'm Austin Earl, and you're very welcome to the Public Sector Technology Roundup.
002 intro | Thanks for pressing play. I'm Austin Earl, and over the course of this episode I'll take you through six stories, from London's town halls to the NHS's back office.
002 intro | Hello. I'm Austin Earl. Today, on the Public Sector Technology Roundup: who's ready for AI, who isn't, and who's hiring.
002 outro | And with that, we come to the close of episode two. Thank you for spending this time with me. I'm Austin Earl, and I look forward to seeing you again next month.
002 outro | If any of today's stories caught your ear, the show notes will point you to the sources. I'm Austin Earl, and this has been the Public Sector Technology Roundup. Goodbye, and take care.
002 outro | A full month, then, and I dare say there'll be more to come on every one of these stories. Thank you for listening. I've been Austin Earl, and I'll see you next month.
002 outro | So ends our October round-up. Whatever you're building, buying or fixing, I wish you luck with it. Goodbye from me, Austin Earl, until next month.
002 local | Let's turn first to local government, where technology is making friends in one city and fewer in another.
002 local | Local government leads the way this month. In a moment, tablets in Glasgow; before that, AI in London.
002 central | From local government to central. There's an accreditation to report, and there's a shortage to explain.
002 central | Central government is up next, with one reason to be cheerful and one to be worried.
002 nhs | That's Whitehall dealt with. Our final segment takes us to the NHS, and to some rather better news.
002 nhs | We end, as we often do, with the NHS.
002 loti-guidance | Generative AI is on everyone's lips, but what should councils actually do with it? London's boroughs now have some answers.
002 loti-guidance | We begin in London, where LOTI and Faculty AI have published a guide for councils that are curious about generative AI but cautious too.
002 loti-guidance | If you've been wondering how your council might use generative AI, and how it might not, our first story is for you.
002 loti-guidance | The promise is great, and so is the need for care. That's the message to London's boroughs.
002 loti-guidance | Generative AI can draft, code and draw. Knowing when to let it is another matter, and that's where a new guide comes in.
002 loti-guidance | It's easy to get carried away by AI. The London Office of Technology and Innovation would rather you didn't.
002 loti-guidance | Here's a story for anyone who has ever typed a question into a chatbot and wondered whether they should have.
002 loti-guidance | Advice is cheap, they say. Good advice on generative AI is harder to come by, so London's new guide is worth a look.
002 loti-guidance | Between the hype and the fear lies a sensible path. LOTI has tried to map it.
002 bin-lorry-tablets | In Glasgow, meanwhile, technology has met with a frostier welcome.
002 bin-lorry-tablets | New technology needs willing hands. In Glasgow, some of those hands have been folded.
002 bin-lorry-tablets | Rolling out a device is one challenge. Bringing people along is another, as Glasgow has discovered.
002 bin-lorry-tablets | From AI in the office to tablets on the road, and a reminder that training matters.
002 bin-lorry-tablets | London's boroughs are being told to train their people. A few hundred miles north, training is just what the argument is about.
002 bin-lorry-tablets | Two workers were sent home, about thirty walked out, and a union wants answers. Catherine Hunter reports from Glasgow.
002 bin-lorry-tablets | On paper, it's a simple idea: a tablet in every cab. In practice, it's been anything but.
002 bin-lorry-tablets | What if the hardest part of digital change isn't digital at all? Consider Glasgow's bin crews.
002 bin-lorry-tablets | The council offered training; the union says it wasn't enough. That's the nub of our next story.
002 bin-lorry-tablets | Every roll-out has its bumps. This one had a walk-out.
002 bin-lorry-tablets | It's a story about tablets, but it's really a story about confidence.
002 integrated-data-service | First in central government, a vote of confidence for the Integrated Data Service.
002 integrated-data-service | Let's begin with something that's going well. The Integrated Data Service has earned a new status.
002 integrated-data-service | Data is only useful if the right people can get at it, safely. That's what the Integrated Data Service is for.
002 integrated-data-service | For researchers who rely on public data, this next story could save some time.
002 integrated-data-service | There's good news for analysts, courtesy of the Integrated Data Service.
002 integrated-data-service | Mark Say reports on a service that has been put through its paces, and has passed.
002 integrated-data-service | Progress in government can be slow. Here, though, is a step forward, and UKAuthority has the details.
002 integrated-data-service | How do you share sensitive data and still sleep at night? The Integrated Data Service has an answer, and now it has a certificate to go with it.
002 integrated-data-service | The Office for National Statistics helped to build it, and accredited researchers can now use it.
002 integrated-data-service | Not live yet, but trusted: the Integrated Data Service is making headway.
002 skills-gap | Of course, data is no good without the people to work on it. And that's where the trouble starts.
002 skills-gap | But a platform can't run itself. The Public Accounts Committee says government is short of digital experts, and badly so.
002 skills-gap | Now to a less comfortable story, about the skills that the civil service needs and doesn't have.
002 skills-gap | Ambition is one thing, and headcount is another. The Public Accounts Committee has set one against the other.
002 skills-gap | Fewer than half: that's the share of the digital experts it needs that government actually has.
002 skills-gap | The report makes uncomfortable reading for Whitehall, and it comes from the Public Accounts Committee.
002 skills-gap | If the Integrated Data Service is a sign of progress, our next story is a sign of strain.
002 skills-gap | Why is it so hard for government to hire digital talent? The Public Accounts Committee keeps coming back to pay.
002 skills-gap | Who will deliver the digital future? According to the Public Accounts Committee, there may not be enough people to do so.
002 skills-gap | Cutting posts can look like a saving. The Public Accounts Committee thinks some of those cuts did more harm than good.
002 skills-gap | Goodwill only goes so far. The Public Accounts Committee warns that government may be leaning on it too hard.
002 skills-gap | From good news for data to bad news for those who have to look after it.
002 best-workplaces | Recruitment needn't be a struggle. NHS Shared Business Services has added more than 300 jobs, and people seem to like it there.
002 best-workplaces | After that sobering report, something to lift the spirits.
002 best-workplaces | The civil service might want to take notes on this one. It's about a place where people in technology like to work.
002 best-workplaces | If you think that payroll is dull, NHS Shared Business Services may change your mind.
002 best-workplaces | Behind every doctor and nurse is somebody who makes sure they get paid. That somebody now has a prize.
002 best-workplaces | Great Place to Work has published its list of the best workplaces in technology, and there's a familiar name on it.
002 best-workplaces | What does a happy tech team look like? The answer may be found in NHS payroll.
002 best-workplaces | It's rare that procurement gets the spotlight. Today it does.
002 best-workplaces | NHS Shared Business Services is growing, its turnover has topped £100 million, and its people seem content.
002 best-workplaces | Erika Bannerman leads an organisation with a new feather in its cap.
002 innovation-accelerator | Finally this month, an opportunity. The NHS Innovation Accelerator is looking for new ideas, and yours could be among them.
002 innovation-accelerator | We'll finish on an open invitation to innovators.
002 innovation-accelerator | And finally, if you've got an idea that could help patients or the planet, the NHS would like to hear from you.
002 innovation-accelerator | Prizes are for work already done. Our final story is about work that's yet to begin.
002 innovation-accelerator | Innovation needs a helping hand. That's the thinking behind the NHS Innovation Accelerator, which is taking new ideas for 2024.
002 innovation-accelerator | There's one story left, and it may be the one that matters most to you.
002 innovation-accelerator | Got a big idea, or even a small one? The NHS Innovation Accelerator wants to know.
002 innovation-accelerator | The NHS isn't short of challenges. It's looking for people who can help with two of them.
018 intro | Hello and welcome to the Public Sector Technology Roundup. I'm Austin Earl. In this episode we open the archive, and ask which of yesterday's predictions still matter.
018 intro | What did people expect of public sector technology, and what actually lasted? I'm Austin Earl, and this is episode eighteen of the Public Sector Technology Roundup.
018 outro | Looking back is a good way of looking ahead. I hope you've enjoyed the trip. I'm Austin Earl, and this has been the Public Sector Technology Roundup.
018 outro | Four stories, and the same few themes in all of them. Thank you for listening. If you've a forecast of your own, keep it safe; we may ask you about it one day. Goodbye.
018 central | We start in central government, where ambitions are large and budgets aren't.
018 local | Next we turn to local government, with two stories about who shapes the future.
018 five-missions | First, a look at how the government's five missions could shape its digital work.
018 five-missions | Last autumn's talk at a techUK event was of missions, and of how to pay for them.
018 five-missions | When money's short, choices matter. That was the mood at Building the Smarter State.
018 five-missions | Five missions, one thread: that's what Gill Stewart hopes public bodies will follow.
018 five-missions | How do you focus on the future when the budget won't stretch? Computer Weekly reports.
018 five-missions | Big ambitions meet small budgets in our first story.
018 digital-trends | Missions may come and go with governments. Trends tend to stick around, as Mark Lumley explains.
018 digital-trends | While central government sets missions, local government watches for trends.
018 digital-trends | It's tempting to predict the future. Socitm resists the temptation.
018 digital-trends | Now to a report that's honest about what it got wrong as well as what it got right.
018 digital-trends | Mark Lumley was president of Socitm until 2024, and he had a few things to say about where technology is going.
018 digital-trends | Partner, not replacement. That's how Mark Lumley would like us to think of AI.
018 public-voice | Openness is one thing; involvement is another. Connected by Data is working on the second.
018 public-voice | From open algorithms to an open conversation. Connected by Data wants the public at the table.
018 public-voice | Decisions about data and AI affect us all. Connected by Data believes that we should all have a say in them.
018 public-voice | When government adopts AI, who speaks for the rest of us?
018 public-voice | Our next story is about people, and about giving them a voice.
018 care-homes | And finally, to care homes. What did the experts expect in December 2020, and did it come to pass?
018 care-homes | We close with a forecast made in the middle of a pandemic.
018 care-homes | UKAuthority looked ahead in December 2020 and saw better data for care homes. We look back and wonder.
018 care-homes | Of all the forecasts we've looked at, this one is closest to home.
018 care-homes | The pandemic put care homes in the headlines. UKAuthority thought about what they'd need next.
002 intro | It's that time of the month again. I'm Austin Earl, and this is the Public Sector Technology Roundup, with tablets, trust, talent and a touch of AI.
002 intro | Six stories, half a dozen lessons, and one host: that's me, Austin Earl. Welcome to episode two.
002 intro | Good morning, good afternoon or good evening, whenever you're tuning in. You've found the Public Sector Technology Roundup. Austin Earl here, with news of councils, Whitehall and the NHS.
002 intro | Every month there's a story that makes me smile and one that makes me wince. This month has several of each. Hello, I'm Austin Earl.
002 outro | You've been listening to the Public Sector Technology Roundup. If a colleague might like it too, pass it on. I'm Austin Earl. Until next time.
002 outro | Six stories down, and that's us done. The show notes have chapter and verse. I'm Austin Earl; go well, and I'll catch you next month.
002 outro | It has been a month of small steps and large questions. Thanks for keeping me company. I'm Austin Earl, and I'll be here again next month.
002 local | Local government gets us under way, with London on the one hand and Glasgow on the other.
002 local | To the town halls, where some are getting advice and others are getting cross.
002 central | Whitehall's turn. It's a game of two halves: a win for data, and a loss for skills.
002 central | Shall we see how central government is getting on? Well, and not so well.
002 nhs | Let's finish on a high, with the NHS.
002 nhs | Health next, and happily it's in good health.
002 loti-guidance | The kettle's on, the chatbot's ready, and the council has questions. LOTI has put the answers in a guide.
002 loti-guidance | How do you bring AI into a council without breaking anything? Carefully, says LOTI.
002 loti-guidance | There's a new book on the shelf in London's town halls, so to speak. It's about generative AI.
002 loti-guidance | LOTI and Faculty AI have joined forces on a guide, and it's for anyone in a London borough, from leaders to staff.
002 loti-guidance | No jargon, I promise. Just some sensible advice on generative AI, for councils that are setting out.
002 loti-guidance | It's new, it's clever, and it isn't always right. Generative AI needs a guide, and now it has one.
002 loti-guidance | They call it generative AI. You may call it a blessing, or a headache. London's boroughs have had some advice on it.
002 loti-guidance | Caution and curiosity aren't enemies. London's new guide makes room for both.
002 bin-lorry-tablets | You'd think a tablet would make life easier. In Glasgow, it's made for an argument.
002 bin-lorry-tablets | Ask people to change how they work, and you'd better bring them with you. Glasgow's bin crews explain why.
002 bin-lorry-tablets | Sometimes the new kit is fine and it's the new habits that are hard. Over to Glasgow.
002 bin-lorry-tablets | There are three sides to every argument, they say: yours, mine and the bin lorry's. We're in Glasgow.
002 bin-lorry-tablets | Technology reaches Glasgow's bin lorries, but not without a fight.
002 bin-lorry-tablets | Here's what can happen when a device turns up before everyone is ready for it.
002 bin-lorry-tablets | A tablet can't mend a broken relationship. Glasgow's bin crews and their council have some talking to do.
002 bin-lorry-tablets | From those who write the guidance to those who take out the rubbish, and what they make of new technology.
002 bin-lorry-tablets | Not everyone who stays quiet has understood. That, in a sentence, is the moral of our next story.
002 bin-lorry-tablets | Who trains the people who pick up our rubbish? In Glasgow, it's become a matter for the union.
002 bin-lorry-tablets | Swipe, tap, collect. If only it were that simple for Glasgow's bin crews.
002 bin-lorry-tablets | Meanwhile, up in Glasgow, the GMB and the council don't see eye to eye about tablets.
002 bin-lorry-tablets | Fear of looking foolish is a powerful thing. Chris Mitchell knows colleagues who would rather not ask.
002 integrated-data-service | Let's hear it for the statisticians. Their data service has come of age, or nearly.
002 integrated-data-service | One service, many users, and a new seal of approval.
002 integrated-data-service | How safe is safe? For the Integrated Data Service, there's now an official answer.
002 integrated-data-service | When government shares data well, everybody gains. That's the hope, at least, for the Integrated Data Service.
002 integrated-data-service | Trust, like data, has to be looked after. The Integrated Data Service has plenty of both.
002 integrated-data-service | Bureaucracy loses a round: accredited researchers won't have to fill in another form.
002 integrated-data-service | In Whitehall, good news is sometimes whispered. This was posted on LinkedIn.
002 integrated-data-service | It may be in beta, but it's already a trusted research environment. That takes some doing.
002 integrated-data-service | For once, a story about data that isn't about losing it.
002 integrated-data-service | To those of you who love a good data set: rejoice.
002 integrated-data-service | Analysts of the world, take heart. There's a service with your name on it.
002 integrated-data-service | We go from hand-held tablets to a platform that nobody could lift.
002 skills-gap | Now the awkward question: who's going to do the work?
002 skills-gap | Digital government needs digital people. Just now, it has fewer than half of the experts that it needs.
002 skills-gap | The Public Accounts Committee doesn't mince its words, and the civil service won't enjoy them.
002 skills-gap | Anyone can buy a computer. Hiring somebody who knows what to do with it is harder, as government has learned.
002 skills-gap | The next story will ring a bell with anyone who has tried to fill a digital post.
002 skills-gap | Pay isn't everything, but it's a start. The Public Accounts Committee thinks government should take that to heart.
002 skills-gap | Too few cooks can spoil the broth as well. Ask the Public Accounts Committee.
002 skills-gap | Cyber security specialists, data architects: wanted, badly, by government.
002 skills-gap | A severe lack of digital skills: those are the committee's words, and they ought to worry more than Whitehall.
002 skills-gap | You'll have noticed that good people are scarce. So has a committee in Parliament.
002 skills-gap | Trusted platforms, untrusting committee. It's been a mixed month for Whitehall.
002 skills-gap | The story so far: the data is in good hands. The story from here: there aren't enough hands.
002 skills-gap | Saving money on people can turn out to be expensive. The Public Accounts Committee has some thoughts on that.
002 best-workplaces | Some employers struggle to find staff. Others win prizes for looking after them.
002 best-workplaces | If walls could talk, what would staff say about their workplace? In this case they could, and they did.
002 best-workplaces | It's time for a round of applause, I think, for the back office.
002 best-workplaces | Nobody grows up wanting to work in payroll. Perhaps they should.
002 best-workplaces | A little cheer now, from a corner of the NHS that rarely makes the news.
002 best-workplaces | Jobs, growth and a prize. What's the secret? Erika Bannerman has some ideas.
002 best-workplaces | Shortages in Whitehall; growth at NHS Shared Business Services. It's a tale of two employers.
002 best-workplaces | Let's open the envelope. NHS Shared Business Services is on the list.
002 best-workplaces | You've heard how hard it is to keep good people. Here's somebody who manages it.
002 best-workplaces | What matters at work? Great Place to Work put the question to 100,000 people.
002 innovation-accelerator | So that's who has won. Now, who's next?
002 innovation-accelerator | The NHS Innovation Accelerator can't have all the ideas itself. So it's asking for yours.
002 innovation-accelerator | Whether it's carbon or fairness that keeps you up at night, the NHS Innovation Accelerator has room for your thoughts.
002 innovation-accelerator | I've left the most hopeful story until last. It's a call for ideas.
002 innovation-accelerator | As one prize is handed out, another door opens.
002 innovation-accelerator | Let's end with a little homework, then. It's from the NHS Innovation Accelerator.
018 intro | How good are we at telling the future? I'm Austin Earl, and this month the Public Sector Technology Roundup goes through its old papers to find out.
018 intro | Hello, I'm Austin Earl. Trends, missions, voices and forecasts: this is episode eighteen, and it looks back in order to look forward.
018 outro | The past, it turns out, isn't past. I'm Austin Earl, and that was the Public Sector Technology Roundup. Thank you.
018 central | Let's go back to central government as it was, and ask what became of its missions.
018 local | Two voices from local government now. One prefers trends, and the other would like a say.
018 nhs | Finally, to care, and to a forecast that's a few years old.
018 five-missions | Governments love a mission. Do missions love technology?
018 five-missions | What happens when you give a government five aims and very little cash? People get creative, or so they said in London last September.
018 five-missions | You can't do everything. On that, at least, the speakers at Building the Smarter State were agreed.
018 five-missions | Simon Bourne sees signs of sharing. Karl Hoods sees reasons to choose. Both were at the same event.
018 five-missions | Fewer hands and more mouths: that's the lot of London's councils, says Eddie Copeland.
018 digital-trends | Never trust a prediction, and that includes mine. Mark Lumley would sooner talk of trends.
018 digital-trends | The annual report from Socitm does something brave: it checks whether it was right.
018 digital-trends | From what government wants to what councils expect.
018 digital-trends | Mark Lumley has seen fads come and go. He's interested in what stays.
018 digital-trends | If you can't pay people more, what can you offer? Mark Lumley has a list.
018 public-voice | Next, a modest proposal: before you use people's data, ask them.
018 public-voice | Two heads are better than one, and a whole public might be better still.
018 public-voice | Algorithms may decide more and more. Should we decide about algorithms?
018 care-homes | Think back to the end of 2020, if you can bear it. UKAuthority was looking ahead.
018 care-homes | What would a good forecast have looked like in the middle of a pandemic? UKAuthority had five goes at it.
018 care-homes | We leave you with care homes, and with a promise that somebody ought to check.
018 care-homes | Did anybody keep score? UKAuthority's forecasts for care homes deserve a second look.
002 intro | Welcome to the Public Sector Technology Roundup, with me, Austin Earl. In episode two we travel from London's boroughs to Glasgow's depots, drop in on Whitehall, and finish with good news from the NHS.
002 intro | Hello, I'm Austin Earl. This month on the Public Sector Technology Roundup, six stories about what technology asks of the people who use it.
002 outro | That brings this month's round-up to a close. You can find the sources in the show notes. I'm Austin Earl. Thanks for listening, and I'll talk to you next month.
002 outro | Those were our six stories. I'm Austin Earl, grateful as ever for your time. Do come back next month.
002 local | Let's start close to home, with local government and two very different stories about technology.
002 central | Now we move to central government, where trust is up and staffing is down.
002 nhs | To finish, the NHS, with something to celebrate and something to ask of you.
002 loti-guidance | London's boroughs wanted to know what generative AI could do for them. Now there's a guide to tell them.
002 loti-guidance | Where does help end and risk begin? LOTI has been thinking about generative AI.
002 loti-guidance | If AI at work makes you uneasy, you're in good company. London's new guide takes that unease seriously.
002 loti-guidance | Many councils are curious about generative AI. LOTI's new guide meets them where they are.
002 loti-guidance | Here's the good news about generative AI: you don't have to work it out alone.
002 bin-lorry-tablets | It's one thing to write guidance on technology and another to hand it out. Glasgow has learned that the hard way.
002 bin-lorry-tablets | Now for a story with fewer algorithms and more elbow grease.
002 bin-lorry-tablets | A new device, an old worry: what if I can't use it? That's the question under the bonnet in Glasgow.
002 bin-lorry-tablets | Three training sessions, several guides, and still some unhappy crews. What happened in Glasgow?
002 bin-lorry-tablets | In London they're training for AI. In Glasgow they're arguing over tablets.
002 integrated-data-service | On to Whitehall, where the Integrated Data Service has cleared a hurdle.
002 integrated-data-service | Some milestones come with fanfare. This one came with a post on LinkedIn.
002 integrated-data-service | Getting hold of government data for research can mean a lot of forms. Soon there may be fewer.
002 integrated-data-service | Our first story from central government is about data, and about who's allowed to see it.
002 integrated-data-service | The statisticians have been busy, and it shows.
002 skills-gap | All that data needs looking after, and there lies the rub.
002 skills-gap | Not every story from Whitehall is a cheerful one. This one comes from the Public Accounts Committee.
002 skills-gap | The Public Accounts Committee has a question for departments: what do your shortages cost you?
002 skills-gap | Why stay in the civil service when a private firm pays more? It's a question that government has to answer.
002 skills-gap | After the good news, the caveat. Someone has to do the work.
002 best-workplaces | While some struggle to hire, others are on a roll.
002 best-workplaces | Payroll rarely makes the headlines. Today it makes ours.
002 best-workplaces | What does it take to be a good employer in technology? Ask the people who work for one.
002 best-workplaces | More jobs, more turnover and a place on the list: it's been quite a time for NHS Shared Business Services.
002 innovation-accelerator | Our last item is an open call, and you're the one who's being called.
002 innovation-accelerator | And to close, some encouragement for anyone with a bright idea.
002 innovation-accelerator | If saving carbon or closing gaps in health is your thing, don't switch off just yet.
002 innovation-accelerator | Finally, the NHS has a favour to ask.
018 intro | This is the Public Sector Technology Roundup, and I'm Austin Earl. This time we're marking other people's homework: four looks at the future, and how they hold up today.
018 outro | And so we close the book on old forecasts. Thank you for your company. I'm Austin Earl, and I'll see you next month.
018 five-missions | We begin with ambition, and with the small matter of paying for it.
018 five-missions | Last September, people from across government met to talk about missions. Money came up.
018 five-missions | Missions can give people something to rally round. Whether they can pay for themselves is another question.
018 digital-trends | In local government, they'd rather not predict at all.
018 digital-trends | Mark Lumley has a test for any trend: does it stay?
018 digital-trends | Here's a report that isn't afraid to mark its own work.
018 public-voice | If government is going to use AI, should it ask us first? Connected by Data says yes.
018 public-voice | So far we've heard from the professionals. Now it's the public's turn.
018 public-voice | What would it take for people to trust AI in government? A conversation would be a start.
018 care-homes | And so to our final forecast, and to a corner of the health service that's easily overlooked.
018 care-homes | In December 2020 there was a lot to worry about. UKAuthority found time to look ahead.
018 care-homes | Forecasts are easy to make and hard to check. We've saved one for last that we couldn't check ourselves.
`;

/** Episode, place, the rule that must refuse it, and passage. */
export const FOREIGN_VOICES = `
002 outro address | All the links are at round up dot show. Goodbye.
002 outro address | Find us at w w w dot codurance dot com. Goodbye.
002 innovation-accelerator address | Apply at n h s accelerator dot com, and good luck.
002 innovation-accelerator address | The form is at nhs accelerator, dot com, and it's open.
002 loti-guidance address | The guide lives at L O T I dot london.
002 loti-guidance address | Head to loti, that's L-O-T-I, dot London, for the guide.
002 best-workplaces address | The list is on great place to work dot co dot uk.
002 integrated-data-service address | You'll find the service on ons dot gov dot uk.
002 skills-gap address | The report is on the committee's page, parliament dot uk.
002 intro address | Hello. Write to austin at codurance dot com with your views. I'm Austin Earl.
018 outro address | Send your forecast to hello at roundup dot org. Goodbye.
018 public-voice address | It's all on connected by data dot org.
018 five-missions address | The report is at computerweekly.com, if you want it.
018 care-homes address | U K authority dot com has the forecasts.
018 digital-trends address | Read it at soc it m dot net before you go.
002 loti-guidance name | First to Camden, where councils have a new guide to AI.
002 loti-guidance name | LOTI and OpenAI have released a guide for London's boroughs.
002 bin-lorry-tablets name | Susan Aitken's council has trouble with tablets.
002 integrated-data-service name | The Alan Turing Institute will be pleased with the Integrated Data Service.
002 skills-gap name | Meg Hillier's committee has a warning about digital skills.
002 skills-gap name | From Cardiff Bay to Whitehall, digital experts are scarce.
002 best-workplaces name | Sopra Steria's joint venture, NHS Shared Business Services, has a prize.
002 innovation-accelerator name | Amanda Pritchard would like your ideas.
018 five-missions name | Peter Kyle spoke up for the missions.
018 digital-trends name | Gartner prefers predictions; Socitm prefers trends.
018 public-voice name | The Ada Lovelace Institute and Connected by Data want the public heard.
018 care-homes name | The Care Quality Commission had forecasts of its own.
018 outro name | Thanks to our producer, Martha Quill, and to you. Goodbye.
002 intro name | Hello, I'm Austin Earl, and with me is Sadiq Khan.
002 loti-guidance figure | All 33 of London's boroughs have a guide now.
002 loti-guidance figure | A guide in twelve chapters comes to London's boroughs.
002 bin-lorry-tablets figure | About thirty-five people walked out in Glasgow.
002 bin-lorry-tablets figure | Glasgow's crews had four training sessions each.
002 bin-lorry-tablets figure | Dozens of crews, and hundreds of tablets: to Glasgow.
002 integrated-data-service figure | The service wants 2,500 users.
002 integrated-data-service figure | Ninety researchers already use the Integrated Data Service.
002 skills-gap figure | Government has 40% of the digital experts it needs.
002 skills-gap figure | One digital post in six is empty.
002 best-workplaces figure | NHS Shared Business Services added almost 400 jobs.
002 best-workplaces figure | Turnover of £100,000, and a prize besides.
002 best-workplaces figure | The list is in its tenth year.
018 five-missions figure | Councils have shed 45,000 staff, and the missions want more.
018 care-homes figure | UKAuthority made seven forecasts, and one was about care homes.
018 digital-trends figure | Socitm's ninth report marked its own homework.
002 loti-guidance quotation | LOTI tells councils to “tread very carefully” with AI.
002 bin-lorry-tablets quotation | “We won't use them,” said the crews in Glasgow.
002 bin-lorry-tablets quotation | Chris Mitchell says some members find “reading and spelling hard”.
002 integrated-data-service quotation | Dominic Hale called it “a huge step”.
002 integrated-data-service quotation | It is now a 'trusted data environment'.
002 skills-gap quotation | “Severe lack of digital talent” is what the committee found.
002 skills-gap quotation | The committee says cuts did “more damage than good”.
002 best-workplaces quotation | Money saved is “lives improved”, in the organisation's view.
002 best-workplaces quotation | Erika Bannerman says: "We are so proud."
018 five-missions quotation | Missions give “one rope to follow”, said Gill Stewart.
018 digital-trends quotation | A trend is “a change that remains”.
018 public-voice quotation | The public wants “a fair say”.
018 care-homes quotation | UKAuthority asked for “one national body”.
018 digital-trends quotation | “Pay isn't everything,” Mark Lumley argued.
002 outro address | Everything's at publicsectorroundup dot co, as ever. Goodbye.
002 outro address | Email us, host at codurance dot com. Goodbye.
002 loti-guidance address | Get the guide from l o t i dot london slash ai.
002 innovation-accelerator address | Apply by post to 15 Marylebone Road.
002 best-workplaces address | Type in sbs dot n h s dot uk for a look.
002 skills-gap address | Ring the committee on 0207 219 5776.
002 integrated-data-service address | Go to integrateddataservice.gov.uk to sign in.
018 public-voice address | They're on Bluesky as @connectedbydata.
018 digital-trends address | The report's at socitm, dot, net.
018 intro address | Hello. We're on the web: roundup dot fm. I'm Austin Earl.
002 loti-guidance name | Like Manchester before it, London has a guide to generative AI.
002 loti-guidance name | Microsoft and LOTI have advice for London's boroughs.
002 bin-lorry-tablets name | In Edinburgh, bin crews have tablets too. In Glasgow, there's a dispute.
002 bin-lorry-tablets name | Graham Pollock is at the heart of a dispute in Glasgow.
002 integrated-data-service name | Ian Diamond must be pleased: the Integrated Data Service is accredited.
002 skills-gap name | The National Audit Office has looked at digital skills, and so has the Public Accounts Committee.
002 skills-gap name | Google and its like pay more, says the Public Accounts Committee.
002 best-workplaces name | Salesforce won, but NHS Shared Business Services is on the list too.
002 innovation-accelerator name | NHS Scotland wants your ideas.
018 five-missions name | Wes Streeting has missions to fund.
018 digital-trends name | Camden took up the draft AI policy as well as Hounslow.
018 public-voice name | DeepMind has a view, and so do the public.
002 intro name | Hello, I'm Alice Earl, and this is the Public Sector Technology Roundup.
002 bin-lorry-tablets figure | Some 38 people walked out in Glasgow.
002 bin-lorry-tablets figure | A third of the crews refused their tablets.
002 integrated-data-service figure | The service wants fifteen thousand users by March 2024.
002 integrated-data-service figure | It took two years to get the Integrated Data Service accredited.
002 skills-gap figure | Government has nearly half of the experts it needs.
002 skills-gap figure | Thousands of digital posts are empty in the civil service.
002 best-workplaces figure | NHS Shared Business Services has a turnover of £110m.
002 best-workplaces figure | Over 3,000 jobs and a prize: the NHS has good news.
002 innovation-accelerator figure | The 2024 intake has three themes.
018 five-missions figure | London has gained 80,000 people since 2010.
018 five-missions figure | The government has six missions, and little money.
018 public-voice figure | The scripts come in four parts.
018 care-homes figure | Nine in ten care homes had uneven data.
002 loti-guidance figure | The guide runs to sixty pages.
002 loti-guidance quotation | “Great promise,” says LOTI, “but great danger.”
002 bin-lorry-tablets quotation | "Any more questions?" is a risky way to end a session.
002 skills-gap quotation | Pay is “the main obstacle”, says the committee.
002 integrated-data-service quotation | Say hello to a “trusted data environment”.
002 best-workplaces quotation | "Among the greatest tech workplaces" is quite a title.
018 five-missions quotation | “Choose what you can afford,” said Karl Hoods.
018 digital-trends quotation | AI is “a partner, never a stand-in”.
018 public-voice quotation | “Nobody asked us,” says the public.
018 care-homes quotation | Care homes had “little digital skill”.
002 bin-lorry-tablets quotation | 'We were never trained,' the workers say.
002 loti-guidance cause | London's boroughs got a guide because staff had made mistakes with AI.
002 loti-guidance cause | Interviews with staff led LOTI to call for care.
002 loti-guidance cause | A scandal prompted London's new guide to AI.
002 bin-lorry-tablets cause | Bad weather is why thirty people walked out in Glasgow.
002 bin-lorry-tablets cause | The tablets have made bin rounds slower in Glasgow.
002 bin-lorry-tablets cause | Embarrassment made thirty people walk out.
002 bin-lorry-tablets cause | The council put on more training because the union asked for it.
002 integrated-data-service cause | Thanks to users' comments, the paperwork has gone.
002 integrated-data-service cause | The ONS did the checks, so the platform is safe.
002 skills-gap cause | Low morale has left the civil service short of experts.
002 skills-gap cause | The pandemic made the skills gap worse.
002 skills-gap cause | Departments ration posts because ministers told them to.
002 skills-gap cause | Poor pay drives apprentices out of the civil service.
002 best-workplaces cause | Frank answers won NHS Shared Business Services its prize.
002 best-workplaces cause | The organisation added more than 300 jobs thanks to its prize.
002 best-workplaces cause | Payroll technology has made patients safer.
002 innovation-accelerator cause | Because carbon is rising, the NHS Innovation Accelerator wants ideas.
018 five-missions cause | London's growth has forced its councils to shed staff.
018 five-missions cause | Huge projects fail because the Treasury blocks them.
018 digital-trends cause | Wrong predictions led Socitm to drop them.
018 digital-trends cause | AI spreads slowly because councils fear it.
018 public-voice cause | A data breach led Connected by Data to call for a public say.
018 care-homes cause | The forecast made care homes better connected.
018 care-homes cause | Home working settled down, so care homes got more money.
002 loti-guidance superlative | London has the most careful councils in the country.
002 loti-guidance superlative | The best guide to generative AI is London's.
002 bin-lorry-tablets superlative | It's the worst dispute in years for Glasgow.
002 bin-lorry-tablets superlative | Glasgow has the first bin lorries with tablets in Scotland.
002 integrated-data-service superlative | The government's biggest data platform is open.
002 integrated-data-service superlative | No service is safer than the Integrated Data Service.
002 skills-gap superlative | Most of its digital posts are empty, says the committee.
002 skills-gap superlative | The committee's starkest warning is about skills.
002 best-workplaces superlative | The NHS has the best workplace in technology.
002 best-workplaces superlative | Its fastest year of growth brought more than 300 jobs.
002 innovation-accelerator superlative | The NHS's most successful programme wants ideas.
018 five-missions superlative | The toughest question is about money.
018 digital-trends superlative | Mark Lumley was Socitm's longest-serving president.
018 public-voice superlative | The first community of its kind met in July 2024.
018 care-homes superlative | The boldest forecast was about care homes.
002 skills-gap first-person | I've worked in the civil service, and pay is the problem.
002 skills-gap first-person | We warned of this, and now the committee agrees.
002 bin-lorry-tablets first-person | I have met the crews in Glasgow.
002 loti-guidance first-person | We've tested the guide on our own team.
002 integrated-data-service first-person | I've used the platform, and it works.
018 public-voice first-person | We heard from ministers that the panel is in trouble.
018 five-missions first-person | I was at the event in London last September.
018 care-homes first-person | We visited three care homes for this story.
002 best-workplaces first-person | I've seen payroll up close, and it's no drama.
002 outro first-person | We've heard from listeners in Glasgow all week. Goodbye.
002 loti-guidance cause | Councils edit documents with AI because they lack staff.
002 bin-lorry-tablets cause | The walk-out has led to missed bins across Glasgow.
002 bin-lorry-tablets cause | Owing to the printed guides, two workers refused the tablets.
002 integrated-data-service cause | Paperwork kept researchers away, so the ONS dropped it.
002 integrated-data-service cause | The checks resulted in fewer users for the service.
002 skills-gap cause | Delays have forced departments to hire from abroad.
002 skills-gap cause | Thanks to higher pay, the civil service keeps its experts.
002 best-workplaces cause | Anonymous answers meant that the firm won its place.
002 best-workplaces cause | Payroll savings have made hospitals safer.
002 innovation-accelerator cause | The accelerator opened its round as a result of falling funds.
018 five-missions cause | Missions have caused police and justice bodies to share data.
018 digital-trends cause | Flexible working has led people to leave Hounslow.
018 public-voice cause | The panel in Manchester prompted Connected by Data to act.
018 care-homes cause | The pandemic forced care homes to share their data.
002 loti-guidance superlative | LOTI has the clearest advice on AI anywhere.
002 bin-lorry-tablets superlative | It's the biggest walk-out in Glasgow this year.
002 integrated-data-service superlative | The only accredited platform in government is open.
002 skills-gap superlative | The deepest skills gap in Europe is in Whitehall.
002 best-workplaces superlative | It is the fastest-growing part of the NHS.
002 innovation-accelerator superlative | The NHS's greatest programme wants ideas.
018 five-missions superlative | The most ambitious missions in history need money.
018 digital-trends superlative | Hounslow was the first council to take up the policy.
018 public-voice superlative | An unprecedented community met over Zoom.
018 care-homes superlative | The best forecast of 2020 was about care homes.
`;
